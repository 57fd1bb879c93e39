"""What templates can do with a text besides showing it.

::

    {{ w.toelichting|verwijs(w.id) }}    "door ZW-12.3"  →  door <a href="…">ZW-12.3</a>
    {% filter kaal %}…{% endfilter %}    style sheets without comments and indents
"""

from __future__ import annotations

import re

import jinja2
from jinja2.runtime import Context
from markupsafe import Markup

from regiovisie.render.markdown import to_line


def add_filters(env: jinja2.Environment) -> None:
    """Give an environment the filters that our templates use."""
    env.filters["verwijs"] = verwijs
    env.filters["kaal"] = kaal


@jinja2.pass_context
def verwijs(context: Context, text: str, over: str = "") -> Markup:
    """A line of plain text, with what it refers to as links.

    ``over`` is the id of the record that it belongs to: numbers in it are those of the version
    that the record is about. Without one they are those of the text that counts.
    """
    wegwijzer = context["wegwijzer"]
    omgeving = wegwijzer.doelen.omgeving_van(over)
    return to_line(text, wegwijzer.vanaf(context["page"].url, omgeving))


def kaal(css: str) -> Markup:
    """A style sheet of the theme with only what a browser reads: a sixth less over the wire."""
    without_comments = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    return Markup(re.sub(r"\s*\n\s*", "\n", without_comments).strip())

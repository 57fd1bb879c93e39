"""What may say who somebody is: found before it is published, and meant or taken out.

::

    onderzoek = onderzoek_privacy(project)
    onderzoek.vondsten        what was found and that nobody said is meant
    onderzoek.overbodig       akkoorden that no longer fit anything

Patterns find what has a form: an address, a number, a name with initials. They do not find
a name without any sign that it is one; whoever publishes still reads.
"""

from __future__ import annotations

from regiovisie.privacy.onderzoek import Onderzoek, onderzoek_privacy

__all__ = ["Onderzoek", "onderzoek_privacy"]

"""Fields: what Word works out when it shows a text, such as a link or a page number.

HYPERLINK "https://voorbeeld.example/wet" \\l "artikel-2"    →   …/wet#artikel-2
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_HYPERLINK = re.compile(r"\s*HYPERLINK\b(?P<rest>.*)", re.IGNORECASE | re.DOTALL)
_ARGUMENT = re.compile(r'(?P<flag>\\[a-z])|"(?P<quoted>[^"]*)"|(?P<bare>[^\s"\\]+)', re.IGNORECASE)


@dataclass
class Veld:
    """A field that has begun and not ended."""

    code: str = ""
    in_result: bool = False

    @property
    def naam(self) -> str:
        """The first word of its instruction: ``HYPERLINK``."""
        return (self.code.split() or [""])[0].upper()

    @property
    def link(self) -> str:
        """Where it leads; empty where it is no link."""
        match = _HYPERLINK.match(self.code)
        return _target(match["rest"]) if match else ""


def _target(rest: str) -> str:
    """The address in the instruction of a link: ``"https://…" \\l "plaats"``."""
    address, anchor, flag = "", "", ""
    for match in _ARGUMENT.finditer(rest):
        if match["flag"]:
            flag = match["flag"].lower()
            continue
        value = match["quoted"] if match["quoted"] is not None else match["bare"]
        if flag == "\\l":
            anchor = value
        elif flag not in ("\\o", "\\t") and not address:
            address = value
        flag = ""
    return address + (f"#{anchor}" if anchor else "")

"""Asking an editor for what was not given on the command line, in Dutch.

    vraag("Soort", "soort", keuzes=("zienswijze", "advies"))
    → Soort (zienswijze, advies): brief
      Dat kan hier niet. Kies uit: zienswijze, advies.
      Soort (zienswijze, advies): advies

Where nobody can answer, because the command does not run in a terminal, the missing flag is
named instead.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click

from regiovisie.redactie.command import Mistyped


def vraag(
    tekst: str, vlag: str, *, keuzes: Sequence[str] = (), standaard: str | None = None
) -> str:
    """One answer; ``standaard`` is what an empty one means, and without it none may be empty.

    Raises `Mistyped` when there is nobody to ask.
    """
    if not sys.stdin.isatty():
        raise Mistyped(f"Geef ook --{vlag} op; er is hier niemand om het aan te vragen.")
    hint = f" ({', '.join(keuzes)})" if keuzes else ""
    default = f" [{standaard}]" if standaard else ""
    while True:
        click.echo(f"{tekst}{hint}{default}: ", nl=False)
        line = sys.stdin.readline()
        if not line:
            raise click.Abort
        answer = line.strip() or standaard
        if answer is not None and (not keuzes or answer in keuzes):
            return answer
        click.echo(
            f"Dat kan hier niet. Kies uit: {', '.join(keuzes)}." if keuzes else "Vul iets in."
        )

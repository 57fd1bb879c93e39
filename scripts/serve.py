"""Read along while writing: `python3 scripts/serve.py`, then open http://127.0.0.1:8000.

A change in docs/, versions/ or hooks/ shows in the browser by itself.
"""

from __future__ import annotations

import sys
from pathlib import Path

import environment

environment.enter(environment.SITE)

import click

from regiovisie import site
from regiovisie.redactie.command import Command, debug_option, project_option, run


@click.command("serve.py", cls=Command)
@project_option(environment.ROOT)
@click.option(
    "--adres",
    metavar="ADRES",
    default="127.0.0.1:8000",
    help="Adres en poort. Standaard: 127.0.0.1:8000, alleen bereikbaar op deze computer.",
)
@debug_option
def serve(project: Path, adres: str) -> None:
    """Toon de site op deze computer en ververs bij elke wijziging. Stop met Ctrl-C."""
    click.echo(f"Open http://{adres} in uw browser. Stop met Ctrl-C.")
    site.serve(project, adres)


if __name__ == "__main__":
    sys.exit(run(serve, sys.argv[1:], "python3 scripts/serve.py"))

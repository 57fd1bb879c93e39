"""The editors' desk: `python3 scripts/redactie.py check`, or diff, verify or seal."""

from __future__ import annotations

import sys

import environment

environment.enter(environment.SITE)

from regiovisie.redactie.cli import redactie
from regiovisie.redactie.command import run

if __name__ == "__main__":
    sys.exit(run(redactie, sys.argv[1:], "python3 scripts/redactie.py"))

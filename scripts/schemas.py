"""Write the JSON Schemas of the register files: `python3 scripts/schemas.py`.

They stand in documentation/schemas, for editors such as VS Code. A test holds them in step
with the code; run this when it says that they are not.
"""

from __future__ import annotations

import json
import sys

import environment

environment.enter(environment.SITE)

import click

from regiovisie.redactie.command import Command, debug_option, run
from regiovisie.registers.json_schema import json_schemas

FOLDER = environment.ROOT / "documentation" / "schemas"


@click.command("schemas.py", cls=Command)
@debug_option
def schemas() -> None:
    """Schrijf de JSON Schema’s van de registers."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, schema in json_schemas().items():
        path = FOLDER / f"{name}.json"
        path.write_text(as_text(schema), encoding="utf-8", newline="\n")
    click.echo(f"{len(json_schemas())} schema’s staan in {FOLDER}.")


def as_text(schema: object) -> str:
    """A schema as it stands in its file."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    sys.exit(run(schemas, sys.argv[1:], "python3 scripts/schemas.py"))

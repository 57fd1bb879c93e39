"""Build the site: `python3 scripts/build.py [--project DIR] [--site-dir DIR] [--productie]`.

The first run makes `.venv`. The site is built beside `site/` and takes its place when it is
whole: a build that fails leaves the previous site as it was.
"""

from __future__ import annotations

import sys
from pathlib import Path

import environment

environment.enter(environment.SITE)

import click

from regiovisie import site
from regiovisie.redactie.command import Command, debug_option, project_option, run
from regiovisie.redactie.staging import staged_folder


@click.command("build.py", cls=Command)
@project_option(environment.ROOT)
@click.option(
    "--site-dir",
    metavar="MAP",
    type=click.Path(path_type=Path),
    help="Waar de site komt te staan. Standaard: site/ in het project.",
)
@click.option("--productie", is_flag=True, help="Weiger voorbeelden en een niet-officiële tekst.")
@debug_option
def build(project: Path, site_dir: Path | None, productie: bool) -> None:
    """Bouw de site. De vorige site blijft staan tot de nieuwe klaar is."""
    target = site_dir or project / "site"
    with staged_folder(target) as folder:
        summary = site.build(project, folder, productie)
    click.echo(f"{summary.text}\nDe site staat in {target}.")


if __name__ == "__main__":
    sys.exit(run(build, sys.argv[1:], "python3 scripts/build.py"))

"""How `export` is typed."""

from __future__ import annotations

from pathlib import Path

import click

from regiovisie.redactie.command import PROJECT, Group, Mistyped, debug_option, project_option


@click.group("export", cls=Group)
def export() -> None:
    """Schrijf een versie of een vergelijking in een andere vorm."""


@export.command()
@click.argument("wat", nargs=-1, required=True, metavar="VERSIE | VAN NAAR")
@click.argument("uit", metavar="UIT.docx", type=click.Path(path_type=Path))
@project_option(PROJECT)
@debug_option
def docx(project: Path, wat: tuple[str, ...], uit: Path) -> None:
    """Schrijf een Word-bestand.

    Met één VERSIE is dat haar tekst. Met VAN en NAAR zijn de verschillen bijgehouden
    wijzigingen, elk met een opmerking die de wijziging, de punten en de reden noemt.

    \b
      export docx 0.4 tekst.docx
      export docx 0.2 0.4 verschil.docx
    """
    from regiovisie.redactie.exporteren import exporteer_docx

    if len(wat) > 2 or uit.suffix.lower() != ".docx":
        raise Mistyped("Noem een of twee versies, en daarna een bestand dat eindigt op .docx.")
    click.echo(exporteer_docx(project, wat, uit))

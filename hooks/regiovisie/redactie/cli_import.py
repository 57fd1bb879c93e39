"""How the verbs that bring Word files and tables along are typed."""

from __future__ import annotations

from pathlib import Path

import click

from regiovisie.redactie.command import PROJECT, Command, Mistyped, debug_option, project_option

_NEEDED = ("nummer", "titel", "fase", "datum", "samenvatting")


def _pairs(_ctx: click.Context, param: click.Parameter, values: tuple[str, ...]) -> dict[str, str]:
    """Flags of the form NAAM=WAARDE as a mapping."""
    if any("=" not in value for value in values):
        raise Mistyped(f"Schrijf {param.opts[0]} NAAM=WAARDE.")
    return {name.strip(): rest.strip() for name, _, rest in (v.partition("=") for v in values)}


@click.command("import-zienswijzen", cls=Command)
@click.argument("bestand", metavar="BESTAND", type=click.Path(path_type=Path))
@click.option("--ronde", required=True, metavar="ID", help="De ronde waarin de reacties kwamen.")
@click.option("--soort", default="zienswijze", metavar="SOORT", help="Standaard: zienswijze.")
@click.option("--ontvangen", default="", metavar="DATUM", help="Voor rijen zonder datum.")
@click.option(
    "--kolom",
    "kolommen",
    multiple=True,
    callback=_pairs,
    metavar="NAAM=KOP",
    help="Welke kolom wat is, zoals indiener=Afzender. Mag vaker.",
)
@click.option(
    "--indiener",
    "indieners",
    multiple=True,
    callback=_pairs,
    metavar="NAAM=SLUG",
    help="Wie een naam in het overzicht is. Mag vaker.",
)
@click.option("--bron", metavar="ID", help="Een bron uit mkdocs.yml waar dit in staat.")
@click.option("--voorbeeld", is_flag=True, help="De reacties zijn verzonnen.")
@click.option("--dry-run", is_flag=True, help="Laat zien wat er zou gebeuren; verander niets.")
@project_option(PROJECT)
@debug_option
def import_zienswijzen(
    project: Path,
    bestand: Path,
    ronde: str,
    soort: str,
    ontvangen: str,
    kolommen: dict[str, str],
    indieners: dict[str, str],
    bron: str | None,
    voorbeeld: bool,
    dry_run: bool,
) -> None:
    """Maak van een overzicht (.xlsx, .csv of .docx) een bestand per zienswijze.

    De kolommen worden herkend aan hun kop. Is dat niet gelukt, zeg het dan met --kolom; de
    namen zijn: nr, indiener, datum, samenvatting, reactie, uitkomst, voorstel, onderdeel.
    """
    from regiovisie.redactie.overzicht import KOLOMMEN
    from regiovisie.redactie.zienswijzen import Vraag, importeer_zienswijzen

    if unknown := set(kolommen) - set(KOLOMMEN):
        raise Mistyped(f"--kolom kent {', '.join(sorted(unknown))} niet. Zie --help.")
    vraag = Vraag(ronde, soort, ontvangen, bron, voorbeeld, kolommen, indieners)
    click.echo(importeer_zienswijzen(project, bestand, vraag, dry_run=dry_run))


@click.command("import", cls=Command)
@click.argument("bestand", metavar="BESTAND.docx", type=click.Path(path_type=Path))
@click.argument("versie", metavar="[ID]", required=False)
@click.option(
    "--als",
    type=click.Choice(["werkversie", "versie"]),
    default="werkversie",
    help="Wat de tekst wordt. Standaard: werkversie. Bij versie hoort ook een ID.",
)
@click.option("--nummer", metavar="NUMMER", help="Nummer van de versie, zoals 0.5.")
@click.option("--titel", metavar="TEKST", help="Titel van de versie.")
@click.option("--fase", metavar="FASE", help="Waar de versie voor is, zoals consultatie.")
@click.option("--datum", metavar="DATUM", help="Datum van die fase; mag vaag zijn.")
@click.option("--samenvatting", metavar="TEKST", help="Wat er veranderde, in gewone taal.")
@click.option("--bron", metavar="ID", help="Een bron uit mkdocs.yml waar dit in staat.")
@click.option("--zonder-herkomst", is_flag=True, help="Niet van elke wijziging is de reden bekend.")
@click.option("--dry-run", is_flag=True, help="Laat zien wat er zou gebeuren; verander niets.")
@click.option("--overschrijf", is_flag=True, help="Vervang ook wat nog niet in git staat.")
@project_option(PROJECT)
@debug_option
def import_word(
    project: Path,
    bestand: Path,
    versie: str | None,
    als: str,
    zonder_herkomst: bool,
    dry_run: bool,
    overschrijf: bool,
    bron: str | None,
    **gegevens: str | None,
) -> None:
    """Neem de tekst van een Word-bestand over.

    Koppen van niveau 1 worden onderdelen. Bijgehouden wijzigingen worden concept-wijzigingen:
    een opmerking "ZW-12.3" of "zienswijze Assen punt 3" vult de herkomst in. Wat een eigen
    stijl in Word betekent, zegt extra.regiovisie.word.stijlen in mkdocs.yml.

    \b
      import tekst.docx                                 wordt de werkversie
      import tekst.docx 2026-09-ronde --als versie …    wordt een nieuwe versie
    """
    from regiovisie.redactie.freeze import Opdracht
    from regiovisie.redactie.importeren import importeer
    from regiovisie.redactie.vragen import vraag

    opdracht = None
    if als == "versie":
        asked = {
            name: gegevens[name] or vraag(f"{name.capitalize()} van de versie", name)
            for name in _NEEDED
        }
        opdracht = Opdracht(
            versie or vraag("Naam van de map, zoals 2026-09-nieuwe-ronde", "id"),
            bron=bron,
            herkomst_volledig=not zonder_herkomst,
            **asked,
        )
    elif versie or any(gegevens.values()):
        raise Mistyped("Een ID en gegevens van een versie horen bij --als versie.")
    click.echo(
        importeer(project, bestand, opdracht=opdracht, dry_run=dry_run, overschrijf=overschrijf)
    )

"""How `new` is typed: flags for what is known, questions for the rest."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import click

from regiovisie.redactie.command import PROJECT, Group, Mistyped, debug_option, project_option
from regiovisie.redactie.vragen import vraag


@click.group("new", cls=Group)
def new() -> None:
    """Maak een nieuwe zienswijze, wijziging, versie of gemeente."""


@new.command()
@click.option("--soort", metavar="SOORT", help="zienswijze, advies, inspraakreactie of brief.")
@click.option("--indiener", multiple=True, metavar="SLUG", help="Wie; mag vaker.")
@click.option("--ronde", metavar="ID", help="De ronde waarin de reactie kwam.")
@click.option("--ontvangen", metavar="DATUM", help="Wanneer; mag vaag zijn.")
@click.option("--bron", metavar="ID", help="Een bron uit mkdocs.yml waar dit in staat.")
@click.option("--voorbeeld", is_flag=True, help="De reactie is verzonnen.")
@project_option(PROJECT)
@debug_option
def zienswijze(
    project: Path,
    soort: str | None,
    indiener: tuple[str, ...],
    ronde: str | None,
    ontvangen: str | None,
    bron: str | None,
    voorbeeld: bool,
) -> None:
    """Maak een bestand voor een reactie, met het eerste vrije nummer."""
    from regiovisie.redactie.new import new_zienswijze
    from regiovisie.registers import load_project
    from regiovisie.registers.schema import SoortZienswijze

    loaded = load_project(project)
    rondes = tuple(ronde.id for ronde in loaded.regio.rondes)
    slugs = tuple(indiener.slug for indiener in loaded.indieners)
    keys = {
        "soort": soort or vraag("Soort", "soort", keuzes=get_args(SoortZienswijze)),
        "indieners": list(indiener) or [vraag("Indiener", "indiener", keuzes=slugs)],
        "ronde": ronde or vraag("Ronde", "ronde", keuzes=rondes),
        "ontvangen": ontvangen or vraag("Ontvangen op", "ontvangen"),
        "bron": bron,
        "voorbeeld": True if voorbeeld else None,
    }
    click.echo(new_zienswijze(project, keys))


@new.command()
@click.option("--plaats", metavar="PLAATS", help="Onderdeel#kop, zoals pijlers#betaalbaar.")
@click.option("--was", metavar="TEKST", help="De woorden die er stonden.")
@click.option("--wordt", metavar="TEKST", help="De woorden die er nu staan.")
@click.option("--herkomst", metavar="SOORT", help="zienswijze, advies, ambtshalve, …")
@click.option("--punt", multiple=True, metavar="ID", help="Het punt dat erom vroeg; mag vaker.")
@click.option("--toelichting", metavar="TEKST", help="Waarom; nodig bij ambtshalve.")
@click.option("--voorbeeld", is_flag=True, help="De wijziging is verzonnen.")
@project_option(PROJECT)
@debug_option
def wijziging(
    project: Path,
    plaats: str | None,
    was: str | None,
    wordt: str | None,
    herkomst: str | None,
    punt: tuple[str, ...],
    toelichting: str | None,
    voorbeeld: bool,
) -> None:
    """Schrijf op waarom woorden in de werkversie zijn veranderd."""
    from regiovisie.redactie.new import new_wijziging
    from regiovisie.registers.schema import Herkomst

    if not (was or wordt):
        raise Mistyped("Geef --was, --wordt of allebei: de woorden die zijn veranderd.")
    keys = {
        "plaats": plaats or vraag("Plaats (onderdeel#kop)", "plaats"),
        "was": was,
        "wordt": wordt,
        "herkomst": herkomst or vraag("Herkomst", "herkomst", keuzes=get_args(Herkomst)),
        "punten": list(punt) or None,
        "toelichting": toelichting,
        "voorbeeld": True if voorbeeld else None,
    }
    click.echo(new_wijziging(project, keys))


@new.command()
@click.option("--naam", metavar="NAAM", help="De naam van de gemeente.")
@click.option("--code", metavar="CODE", help="Gemeentecode, zoals gm0106; of voorbeeld-1.")
@click.option("--voorbeeld", is_flag=True, help="De gemeente bestaat niet.")
@project_option(PROJECT)
@debug_option
def gemeente(project: Path, naam: str | None, code: str | None, voorbeeld: bool) -> None:
    """Maak een bestand voor een gemeente."""
    from regiovisie.redactie.new import new_gemeente

    keys = {
        "code": code or vraag("Gemeentecode", "code"),
        "voorbeeld": True if voorbeeld else None,
    }
    click.echo(new_gemeente(project, naam or vraag("Naam", "naam"), keys))


@new.command()
@click.argument("versie", metavar="[ID]", required=False)
@click.option("--dry-run", is_flag=True, help="Laat zien wat er zou gebeuren; verander niets.")
@project_option(PROJECT)
@debug_option
def versie(project: Path, versie: str | None, dry_run: bool) -> None:
    """Vraag wat freeze moet weten, en maak van de werkversie een versie."""
    from regiovisie.redactie.cli import FASEN
    from regiovisie.redactie.freeze import Opdracht, freeze

    opdracht = Opdracht(
        id=versie or vraag("Naam van de map, zoals 2026-09-nieuwe-ronde", "id"),
        nummer=vraag("Nummer, zoals 0.5", "nummer"),
        titel=vraag("Titel", "titel"),
        fase=vraag("Fase", "fase", keuzes=FASEN),
        datum=vraag("Datum; mag vaag zijn", "datum"),
        samenvatting=vraag("Wat veranderde er, in gewone taal", "samenvatting"),
        bron=vraag("Bron uit mkdocs.yml; leeg als die er niet is", "bron", standaard="") or None,
    )
    click.echo(freeze(project, opdracht, dry_run=dry_run))

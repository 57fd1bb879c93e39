"""The verbs of the editors' desk, and how each is typed. What they do is in the module of
the same name, imported when it is used, so that one verb does not wait for another's libraries.
"""

from __future__ import annotations

import datetime
from pathlib import Path

import click

from regiovisie.redactie.cli_export import export
from regiovisie.redactie.cli_import import import_word, import_zienswijzen
from regiovisie.redactie.cli_new import new
from regiovisie.redactie.command import PROJECT, Group, debug_option, project_option

FASEN = (
    "inspraak",
    "consultatie",
    "na-zienswijzen",
    "ter-vaststelling",
    "vastgesteld",
)
"""The phases that a new version can begin in."""


@click.group("redactie.py", cls=Group)
def redactie() -> None:
    """Het bureau van de redactie: controleren, vergelijken, vastleggen en overnemen."""


redactie.add_command(new)
redactie.add_command(import_word)
redactie.add_command(import_zienswijzen)
redactie.add_command(export)


@redactie.command()
@project_option(PROJECT)
@click.option("--productie", is_flag=True, help="Weiger voorbeelden en een niet-officiële tekst.")
@click.option("--taal", is_flag=True, help="Toon ook waar de tekst moeilijk leest.")
@click.option("--watch", is_flag=True, help="Controleer opnieuw bij elke wijziging, tot Ctrl-C.")
@click.option(
    "--op",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DAG",
    help="Kijk ook wat op deze dag verlopen is, zoals 2026-11-22.",
)
@debug_option
def check(
    project: Path, productie: bool, taal: bool, watch: bool, op: datetime.datetime | None
) -> None:
    """Controleer registers, versies en verwijzingen."""
    from regiovisie.redactie.check import check as verb
    from regiovisie.redactie.watch import changes_in, reports

    def run_once() -> str:
        return verb(project, productie=productie, met_taal=taal, op=op.date() if op else None)

    if not watch:
        click.echo(run_once())
        return
    for report in reports(run_once, changes_in(project)):
        click.clear()
        click.echo(f"{report}\n\nIk kijk mee. Stoppen: Ctrl-C.")


@redactie.command()
@click.argument("oud", metavar="OUD")
@click.argument("nieuw", metavar="NIEUW")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "html"]),
    default="text",
    help="Vorm van de uitvoer. Standaard: text.",
)
@project_option(PROJECT)
@debug_option
def diff(project: Path, oud: str, nieuw: str, form: str) -> None:
    """Toon elk woord dat verschilt tussen OUD en NIEUW.

    Wat OUD en NIEUW kunnen zijn, in de volgorde waarin het wordt geprobeerd:

    \b
    1. een versie: haar id, haar nummer (0.2), of werkversie;
    2. een map met Markdown-bestanden, of één Markdown-bestand;
    3. een map of bestand in git: HEAD~2:docs/regiovisie;
    4. een tak, label of commit in git: docs/regiovisie van dat moment.

    Heet een map of label net als een versie, schrijf dan ./0.2 of refs/tags/0.2.
    """
    from regiovisie.redactie.diff import diff as verb

    click.echo(verb(project, oud, nieuw, form=form))


@redactie.command()
@project_option(PROJECT)
@debug_option
def herkomst(project: Path) -> None:
    """Schrijf concept-wijzigingen uit wat de commits van zichzelf zeggen."""
    from regiovisie.redactie.herkomst import herkomst as verb

    click.echo(verb(project))


@redactie.command()
@click.argument("versie", metavar="ID")
@click.option("--nummer", required=True, metavar="NUMMER", help="Nummer van de versie, zoals 0.5.")
@click.option("--titel", required=True, metavar="TEKST", help="Titel, zoals Versie na motie.")
@click.option("--fase", required=True, type=click.Choice(FASEN), help="Waar de versie voor is.")
@click.option("--datum", required=True, metavar="DATUM", help="Datum van die fase; mag vaag zijn.")
@click.option(
    "--samenvatting", required=True, metavar="TEKST", help="Wat er veranderde, in gewone taal."
)
@click.option("--bron", metavar="ID", help="Een bron uit mkdocs.yml waar dit in staat.")
@click.option("--zonder-herkomst", is_flag=True, help="Niet van elke wijziging is de reden bekend.")
@click.option("--dry-run", is_flag=True, help="Laat zien wat er zou gebeuren; verander niets.")
@project_option(PROJECT)
@debug_option
def freeze(
    project: Path, versie: str, zonder_herkomst: bool, dry_run: bool, **gegevens: str
) -> None:
    """Maak van de werkversie de versie ID, die nooit meer verandert."""
    from regiovisie.redactie.freeze import Opdracht
    from regiovisie.redactie.freeze import freeze as verb

    opdracht = Opdracht(versie, herkomst_volledig=not zonder_herkomst, **gegevens)
    click.echo(verb(project, opdracht, dry_run=dry_run))


@redactie.command()
@click.argument("versie", metavar="ID")
@project_option(PROJECT)
@debug_option
def unfreeze(project: Path, versie: str) -> None:
    """Neem versie ID terug, zolang niets naar haar verwijst."""
    from regiovisie.redactie.unfreeze import unfreeze as verb

    click.echo(verb(project, versie))


@redactie.command("pr-report")
@click.argument("basis", metavar="BASIS")
@click.argument("voorstel", metavar="VOORSTEL")
@click.option(
    "--format",
    "form",
    type=click.Choice(["markdown", "json"]),
    default="markdown",
    help="Vorm van de uitvoer. Standaard: markdown.",
)
@click.option("--voorbeeld", default="", metavar="URL", help="Adres van de voorbeeldsite.")
@project_option(PROJECT)
@debug_option
def pr_report(project: Path, basis: str, voorstel: str, form: str, voorbeeld: str) -> None:
    """Vertel wat VOORSTEL verandert sinds het van BASIS is afgetakt (twee namen in git)."""
    from regiovisie.redactie.pr_report import pr_report as verb

    click.echo(verb(project, basis, voorstel, form=form, voorbeeld=voorbeeld))


@redactie.command()
@click.argument("versie", metavar="ID")
@click.option(
    "--reden",
    type=click.Choice(["privacy", "procedure"]),
    default="privacy",
    help="Wat voor fout het was. Standaard: privacy.",
)
@click.option("--door", required=True, metavar="ROL", help="Wie besloot: een rol, geen naam.")
@click.option("--datum", required=True, metavar="DATUM", help="Wanneer dat was.")
@project_option(PROJECT)
@debug_option
def correct(project: Path, versie: str, reden: str, door: str, datum: str) -> None:
    """Leg vast dat uit versie ID gegevens zijn weggehaald die er niet in mochten."""
    from regiovisie.redactie.correct import Besluit
    from regiovisie.redactie.correct import correct as verb

    click.echo(verb(project, versie, Besluit(reden, door, datum)))


@redactie.command()
@project_option(PROJECT)
@debug_option
def verify(project: Path) -> None:
    """Controleer of de bevroren versies nog precies zijn zoals ze waren."""
    from regiovisie.redactie.verify import verify as verb

    click.echo(verb(project))


@redactie.command()
@click.argument("versie", metavar="ID")
@project_option(PROJECT)
@debug_option
def seal(project: Path, versie: str) -> None:
    """Verzegel versie ID: leg vast hoe haar tekst is."""
    from regiovisie.redactie.seal import seal as verb

    click.echo(verb(project, versie))

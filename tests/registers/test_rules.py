"""Each rule between registers, broken once: the message and the key that it points at."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from regiovisie.registers import load_project

from tests.support.project import (
    BRON,
    EERSTE,
    GEMEENTE,
    GEMEENTE_FILE,
    INDIENER,
    INDIENER_FILE,
    PUNT,
    PUNT_NIET,
    REGIO,
    VERSIE,
    VERSIE_FILE,
    VOORBEELDGEMEENTE,
    VOORBEELDGEMEENTE_FILE,
    WIJZIGING,
    WIJZIGINGEN_FILE,
    ZIENSWIJZE,
    ZW_FILE,
    Content,
    changed,
    mkdocs,
    write_project,
)

Files = dict[str, Content]
WERK = "docs/regiovisie"
WINTER = "versions/2026-01-winter"
NAAM = INDIENER["naam"]
REAL_COUNCIL = {"naam": "Raad van Assen", "soort": "gemeenteraad", "gemeente": "assen"}
MOTIE = {"id": "M-gm0106-1", "titel": "Dichtbij", "uitslag": "aangenomen", "bron": BRON}


def regio(**keys: Any) -> Files:
    return {"mkdocs.yml": mkdocs(changed(REGIO, **keys))}


def zienswijze(**keys: Any) -> Files:
    return {ZW_FILE: changed(ZIENSWIJZE, **keys)}


def punten(first: dict[str, Any], second: dict[str, Any]) -> Files:
    return zienswijze(punten=[changed(PUNT, **first), changed(PUNT_NIET, **second)])


def wijziging(**keys: Any) -> Files:
    return {WIJZIGINGEN_FILE: [changed(WIJZIGING, **keys)]}


def wijziging_without_punt(**keys: Any) -> Files:
    """A wijziging that names no point, and a register without the point that it named."""
    return {**wijziging(punten=None, **keys), **zienswijze(punten=[PUNT_NIET])}


def gemeente(**keys: Any) -> Files:
    return {GEMEENTE_FILE: changed(GEMEENTE, **keys)}


def tekst(text: str) -> Files:
    return {f"{WERK}/02-uitgangspunten.md": text}


Expected = list[tuple[str, str, str]]
"""Per problem: the end of the trail, or the file; what is wrong; what to do."""

CASES: dict[str, tuple[Files, Expected]] = {
    # references
    "ronde": (
        zienswijze(ronde="inspraak-2026"),
        [
            ("ronde", 'Er is geen ronde "inspraak-2026".', 'Bedoelt u "inspraak-2025"?'),
        ],
    ),
    "versie": (
        zienswijze(versie="winter"),
        [
            (
                "versie",
                'Er is geen versie "winter".',
                "Gebruik de naam van een map in versions/, of verbeter de verwijzing.",
            ),
        ],
    ),
    "thema": (
        punten({"thema": ["nabij"]}, {}),
        [
            ("ZW-01.1 › thema › nummer 1", 'Er is geen thema "nabij".', 'Bedoelt u "nabijheid"?'),
        ],
    ),
    "antwoord": (
        punten({}, {"antwoord": "TA-99"}),
        [
            ("antwoord", 'Er is geen antwoord "TA-99".', 'Bedoelt u "TA-01"?'),
        ],
    ),
    "gemeente of an indiener": (
        {INDIENER_FILE: changed(INDIENER, gemeente="venhoek")},
        [
            ("gemeente", 'Er is geen gemeente "venhoek".', 'Bedoelt u "veenhoek"?'),
        ],
    ),
    "gemeente of the regio": (
        regio(gemeenten=["asen"]),
        [
            ("gemeenten › nummer 1", 'Er is geen gemeente "asen".', 'Bedoelt u "assen"?'),
        ],
    ),
    "versie of a ronde": (
        regio(rondes=[changed(REGIO["rondes"][0], versie="x")]),
        [
            (
                "versie",
                'Er is geen versie "x".',
                "Gebruik de naam van een map in versions/, of verbeter de verwijzing.",
            ),
        ],
    ),
    "voorganger": (
        {VERSIE_FILE: changed(VERSIE, voorganger="2025-07-inspraak")},
        [
            ("voorganger", 'Er is geen versie "2025-07-inspraak".', f'Bedoelt u "{EERSTE}"?'),
        ],
    ),
    # ids
    "file name": (
        {ZW_FILE: None, "docs/zienswijzen/zw-1.md": ZIENSWIJZE},
        [
            (
                "id",
                'Het id is "ZW-01", maar het bestand heet "zw-1.md".',
                'Noem het bestand "zw-01.md", of verbeter het id.',
            ),
        ],
    ),
    "punt in another zienswijze": (
        punten({}, {"id": "ZW-02.2"}),
        [
            (
                "ZW-02.2 › id",
                'Het punt "ZW-02.2" staat in de zienswijze ZW-01.',
                'Laat het id beginnen met "ZW-01.", of verplaats het punt.',
            ),
        ],
    ),
    "motie of another gemeente": (
        gemeente(moties=[changed(MOTIE, id="M-gm0109-1")]),
        [
            (
                "M-gm0109-1 › id",
                'De motie "M-gm0109-1" staat bij de gemeente met code gm0106.',
                'Laat het id beginnen met "M-gm0106-", of verplaats de motie.',
            ),
        ],
    ),
    "ronde twice": (
        regio(rondes=REGIO["rondes"] * 2),
        [
            (
                "inspraak-2025 › id",
                'Het id "inspraak-2025" is al gebruikt in mkdocs.yml, regel 14.',
                "Kies een nieuw id; een id wordt nooit opnieuw gebruikt.",
            ),
        ],
    ),
    # points
    "overgenomen without wijziging": (
        wijziging(ingetrokken="ja"),
        [
            (
                "uitkomst",
                'De uitkomst is "overgenomen", maar geen enkele wijziging noemt dit punt.',
                "Zet ZW-01.1 bij punten van de wijziging, of kies een andere uitkomst.",
            ),
        ],
    ),
    "lokaal with wijziging": (
        punten({"uitkomst": "lokaal"}, {}),
        [
            (
                "uitkomst",
                'De uitkomst is "lokaal", maar W-001 noemt dit punt.',
                "Kies overgenomen of deels, of haal het punt weg bij de wijziging.",
            ),
        ],
    ),
    "overgenomen without answer": (
        punten({"reactie": None}, {}),
        [
            (
                "uitkomst",
                'De uitkomst is "overgenomen", maar een reactie ontbreekt.',
                "Schrijf een reactie, of verwijs met antwoord naar een thematisch antwoord.",
            ),
        ],
    ),
    "niet without reason": (
        punten({}, {"antwoord": None}),
        [
            (
                "uitkomst",
                'De uitkomst is "niet", maar de reden ontbreekt.',
                "Schrijf bij reactie waarom, of verwijs met antwoord naar een thematisch antwoord.",
            ),
        ],
    ),
    "deels without reason": (
        punten({"uitkomst": "deels", "reactie": None}, {}),
        [
            (
                "uitkomst",
                'De uitkomst is "deels", maar de reden ontbreekt.',
                "Schrijf bij reactie waarom, of verwijs met antwoord naar een thematisch antwoord.",
            ),
        ],
    ),
    "onbekend without bron": (
        punten({}, {"antwoord": None, "uitkomst": "onbekend"}),
        [
            (
                "uitkomst",
                'De uitkomst is "onbekend", maar een bron ontbreekt.',
                "Noem bij bron waar staat dat dit punt is ingediend.",
            ),
        ],
    ),
    "onbekend with bron": (
        punten({}, {"antwoord": None, "uitkomst": "onbekend", "bron": BRON}),
        [],
    ),
    "onbekend with answer": (
        punten({}, {"uitkomst": "onbekend", "bron": BRON}),
        [
            (
                "uitkomst",
                'De uitkomst is "onbekend", maar er staat wel een antwoord.',
                "Kies de uitkomst die bij het antwoord hoort, of haal het antwoord weg.",
            ),
        ],
    ),
    "open in a closed ronde": (
        punten({}, {"uitkomst": "open", "antwoord": None}),
        [
            (
                "uitkomst",
                'Het punt staat nog open, maar de ronde "inspraak-2025" is gesloten.',
                "Kies een uitkomst en schrijf een reactie.",
            ),
        ],
    ),
    "open in a running ronde": (
        {
            **punten({}, {"uitkomst": "open", "antwoord": None}),
            **regio(rondes=[changed(REGIO["rondes"][0], status="loopt")]),
        },
        [],
    ),
    # herkomst
    "herkomst of another soort": (
        wijziging(herkomst="zienswijze"),
        [
            (
                "herkomst",
                'De herkomst is "zienswijze", maar geen van de punten komt uit een zienswijze.',
                "Kies de herkomst advies, of verbeter de punten.",
            ),
        ],
    ),
    "brief counts as inspraak": (
        {**wijziging(herkomst="inspraak"), **zienswijze(soort="brief")},
        [],
    ),
    "herkomst without points": (
        wijziging_without_punt(),
        [
            (
                "punten",
                'De herkomst is "advies", maar er staan geen punten bij.',
                "Noem bij punten welk punt de wijziging gaf, zoals [ZW-12.3].",
            ),
        ],
    ),
    "redactioneel with points": (
        wijziging(herkomst="redactioneel"),
        [
            (
                "punten",
                'De herkomst is "redactioneel", maar er staan punten bij.',
                "Kies zienswijze, advies of inspraak, of haal de punten weg.",
            ),
        ],
    ),
    "ambtshalve without toelichting": (
        wijziging_without_punt(herkomst="ambtshalve"),
        [
            (
                "toelichting",
                'De herkomst is "ambtshalve", maar de toelichting ontbreekt.',
                "Schrijf bij toelichting waarom de tekst is gewijzigd.",
            ),
        ],
    ),
    "redactioneel without toelichting": (wijziging_without_punt(herkomst="redactioneel"), []),
    # versions
    "two first versions": (
        {f"{WINTER}/versie.yml": changed(VERSIE, nummer="0.3", voorganger=None)},
        [
            (
                f"{WINTER}",
                "In deze map staat geen enkel onderdeel.",
                "Zet de tekst in bestanden zoals 01-inleiding.md.",
            ),
            (
                f"{WINTER}/levenslijnen.tsv",
                "Het bestand levenslijnen.tsv ontbreekt.",
                "Voer uit: python3 scripts/redactie.py seal 2026-01-winter",
            ),
            (
                "voorganger",
                (
                    f"Deze versie heeft geen voorganger, net als {EERSTE}; er is maar één eerste "
                    "versie."
                ),
                "Noem de versie die hier direct aan voorafging; de versies vormen één lijn.",
            ),
        ],
    ),
    "two successors": (
        {
            f"{WINTER}/versie.yml": changed(VERSIE, nummer="0.3"),
            f"{WINTER}/01-winter.md": "# Winter\n\nKoud.\n",
            f"{WINTER}/levenslijnen.tsv": "",
        },
        [
            (
                "voorganger",
                f'De versie "{EERSTE}" is ook al de voorganger van 2025-11-consultatieversie.',
                "Noem de versie die hier direct aan voorafging; de versies vormen één lijn.",
            ),
        ],
    ),
    "changes of the first version": (
        {f"versions/{EERSTE}/wijzigingen.yml": [changed(WIJZIGING, id="W-002")]},
        [
            (
                "W-002",
                "De eerste versie heeft geen voorganger en dus ook geen wijzigingen.",
                "Haal de wijziging weg, of noem in versie.yml de voorganger.",
            ),
        ],
    ),
    "concept in a frozen version": (
        wijziging(id="W-concept-7f3k"),
        [
            (
                "id",
                'Het id "W-concept-7f3k" is van een concept, maar deze versie ligt vast.',
                "Geef de wijziging het eerste vrije nummer.",
            ),
        ],
    ),
    "planning": (
        regio(planning=list(reversed(REGIO["planning"]))),
        [
            (
                "Inspraak › datum",
                '"medio 2025" ligt voor "Q2 2026", de stap erboven.',
                "Zet de stappen van de planning op volgorde van tijd.",
            ),
        ],
    ),
    # texts
    "title without text": (
        tekst("# Uitgangspunten\n"),
        [
            (
                "",
                "Het onderdeel heeft een titel, maar geen tekst.",
                "Schrijf de tekst, of haal het bestand weg.",
            ),
        ],
    ),
    "text without title": (
        tekst("Hulp is nabij.\n"),
        [
            (
                "",
                'Het onderdeel begint niet met een titel: een regel met "# " ervoor.',
                "Zet de titel op de eerste regel.",
            ),
        ],
    ),
    "two titles": (
        tekst("# A\n\ntekst\n\n```\n# geen titel\n```\n\n# B\n"),
        [
            (
                "",
                'Het onderdeel heeft een tweede titel: nog een regel met één "#" ervoor.',
                'Gebruik "## " voor een kop binnen het onderdeel.',
            ),
        ],
    ),
    "name of an onderdeel": (
        {f"{WERK}/slot.md": "# Slot\n\nDank.\n"},
        [
            (
                "",
                'De bestandsnaam "slot.md" is niet die van een onderdeel.',
                "Noem het bestand naar nummer en titel, zoals 04-uitgangspunten.md.",
            ),
        ],
    ),
    "two onderdelen with one slug": (
        {f"{WERK}/03-inleiding.md": "# Inleiding\n\nNogmaals.\n"},
        [
            (
                "",
                'Dit onderdeel heet na zijn nummer hetzelfde als "01-inleiding.md".',
                "Geef een van de twee een andere naam; het adres op de site volgt uit de naam.",
            ),
        ],
    ),
    "no list of changes": (
        {WIJZIGINGEN_FILE: WIJZIGING},
        [
            (
                "",
                "Dit bestand is geen lijst van wijzigingen.",
                "Begin elke wijziging met een streepje: - id: W-001",
            ),
        ],
    ),
    # honesty
    "zienswijze without bron": (
        {
            **zienswijze(voorbeeld=None),
            INDIENER_FILE: changed(INDIENER, voorbeeld=None, bron=BRON, gemeente="assen"),
        },
        [
            (
                "bron",
                "Deze zienswijze is geen voorbeeld, maar noemt geen bron.",
                "Noem de bron met titel en datum, of zet voorbeeld: true als het verzonnen is.",
            ),
        ],
    ),
    "indiener without bron": (
        {"docs/indieners/raad-assen.md": REAL_COUNCIL},
        [
            (
                "bron",
                "Deze indiener is geen voorbeeld, maar noemt geen bron.",
                "Noem de bron met titel en datum, of zet voorbeeld: true als het verzonnen is.",
            ),
        ],
    ),
    "fase without bron": (
        {VERSIE_FILE: changed(VERSIE, voorbeeld=None)},
        [
            (
                "bron",
                'De fase "consultatie" is geen voorbeeld, maar noemt geen bron.',
                "Noem de bron met titel en datum, of zet voorbeeld: true als het verzonnen is.",
            ),
        ],
    ),
    "bron of the versie serves its phases": (
        {VERSIE_FILE: changed(VERSIE, voorbeeld=None, bron=BRON)},
        [],
    ),
    "motie without bron": (
        gemeente(moties=[changed(MOTIE, bron=None)]),
        [
            (
                "M-gm0106-1 › bron",
                "Deze motie noemt geen bron.",
                "Noem de bron met titel en datum.",
            ),
        ],
    ),
    "invented motie of a real council": (
        gemeente(moties=[changed(MOTIE, voorbeeld="ja")]),
        [
            (
                "voorbeeld",
                "Deze motie is een voorbeeld, maar Assen is een bestaande gemeente.",
                "Zet een verzonnen motie bij een voorbeeldgemeente.",
            ),
        ],
    ),
    "raadsbesluit without bron": (
        gemeente(raadsbesluit={"status": "vastgesteld"}),
        [
            (
                "raadsbesluit › bron",
                'Het raadsbesluit "vastgesteld" noemt geen bron.',
                "Noem de bron met titel en datum, of schrijf nog-niet-bekend.",
            ),
        ],
    ),
    "zienswijze of a council without bron": (
        gemeente(zienswijze="geen"),
        [
            (
                "zienswijze_bron",
                'De zienswijze "geen" noemt geen bron.',
                "Noem de bron met titel en datum, of schrijf nog-niet-bekend.",
            ),
        ],
    ),
    "example by a real indiener": (
        {INDIENER_FILE: changed(INDIENER, voorbeeld=None, bron=BRON, gemeente="assen")},
        [
            (
                "indieners › nummer 1",
                f'Deze zienswijze is een voorbeeld, maar "{NAAM}" is geen voorbeeld.',
                "Laat voorbeelden alleen naar voorbeelden verwijzen, en het echte naar het echte.",
            ),
        ],
    ),
    "real zienswijze by an example": (
        zienswijze(voorbeeld=None, bron=BRON),
        [
            (
                "indieners › nummer 1",
                f'Deze zienswijze is geen voorbeeld, maar "{NAAM}" is wel een voorbeeld.',
                "Laat voorbeelden alleen naar voorbeelden verwijzen, en het echte naar het echte.",
            ),
        ],
    ),
    "example in a real gemeente": (
        {INDIENER_FILE: changed(INDIENER, gemeente="assen")},
        [
            (
                "gemeente",
                'Deze indiener is een voorbeeld, maar "Assen" is geen voorbeeld.',
                "Laat voorbeelden alleen naar voorbeelden verwijzen, en het echte naar het echte.",
            ),
        ],
    ),
    "example that does not say so": (
        {INDIENER_FILE: changed(INDIENER, naam="Adviesraad Veenhoek")},
        [
            (
                "naam",
                '"Adviesraad Veenhoek" is een voorbeeld, maar de naam zegt dat niet.',
                'Zet "Voorbeeld" in de naam.',
            ),
        ],
    ),
    "example with a real code": (
        {VOORBEELDGEMEENTE_FILE: changed(VOORBEELDGEMEENTE, code="gm0001", moties=None)},
        [
            (
                "code",
                'De code "gm0001" past niet bij voorbeeld: ja.',
                "Een voorbeeldgemeente heeft een code als voorbeeld-1, een echte een als gm0106.",
            ),
        ],
    ),
    "example that decides": (
        regio(gemeenten=["assen", "veenhoek"]),
        [
            (
                "gemeenten › nummer 2",
                'De voorbeeldgemeente "veenhoek" staat tussen de gemeenten die besluiten.',
                "Haal haar uit deze lijst; een voorbeeld telt niet mee.",
            ),
        ],
    ),
}


@pytest.mark.parametrize(("files", "expected"), CASES.values(), ids=CASES.keys())
def test_rule(tmp_path: Path, files: Files, expected: Expected) -> None:
    """The rule that the case is named after gives these problems and no others."""
    problems = load_project(write_project(tmp_path, files)).problems
    trails = [" › ".join(filter(None, (p.file, p.entry, p.key))) for p in problems]

    assert [(p.wat, p.doe) for p in problems] == [(wat, doe) for _, wat, doe in expected]
    for trail, (end, _, _) in zip(trails, expected, strict=True):
        assert trail.endswith(end)

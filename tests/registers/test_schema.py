"""From text to typed, frozen values."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from regiovisie.registers import Plaats, Regio, Versie, Wijziging, Zienswijze, load_project
from regiovisie.registers.messages import known_keys
from regiovisie.registers.schema import Antwoord, Gemeente, Indiener, Record

from tests.support.project import (
    GEMEENTE,
    GEMEENTE_FILE,
    REGIO,
    VERSIE,
    VERSIE_FILE,
    WIJZIGING,
    WIJZIGINGEN_FILE,
    ZIENSWIJZE,
    ZW_FILE,
    Content,
    changed,
    check,
    mkdocs,
    write_project,
)


def test_values(tmp_path: Path) -> None:
    """Texts become truths, dates, places and tuples; words stay as they were written."""
    files: dict[str, Content] = {VERSIE_FILE: changed(VERSIE, nummer="1.250", voorbeeld="ja")}
    project = load_project(write_project(tmp_path, files))
    versie, wijziging = project.versies[-1], project.wijzigingen["2025-11-consultatieversie"][0]

    assert versie.nummer == "1.250"
    assert versie.voorbeeld is True
    assert versie.verzonden_aan == ("gemeenteraden",)
    assert str(versie.fase.datum) == "november 2025"
    assert wijziging.plaats == "uitgangspunten#nabij"
    assert (wijziging.plaats.onderdeel, wijziging.plaats.kop) == ("uitgangspunten", "nabij")
    assert wijziging.wat == "tekst"


def test_plaats_without_heading() -> None:
    """A place may be a whole onderdeel."""
    assert (Plaats("inleiding").onderdeel, Plaats("inleiding").kop) == ("inleiding", "")


def test_records_are_frozen(tmp_path: Path) -> None:
    """No record can be changed after it was read."""
    zienswijze = load_project(write_project(tmp_path)).zienswijzen[0]

    with pytest.raises(ValidationError):
        setattr(zienswijze.punten[0], "uitkomst", "niet")  # noqa: B010 - mypy forbids the plain form


CASES: dict[str, tuple[dict[str, Content], str]] = {
    "fixed word, near": (
        {ZW_FILE: changed(ZIENSWIJZE, soort="advise")},
        '  ZW-01 › soort\n  "advise" kan hier niet staan.\n  → Bedoelt u "advies"?',
    ),
    "fixed word, far": (
        {ZW_FILE: changed(ZIENSWIJZE, soort="mail")},
        (
            '  ZW-01 › soort\n  "mail" kan hier niet staan.\n'
            "  → Kies uit: zienswijze, advies, inspraakreactie, brief."
        ),
    ),
    "list for text": (
        {ZW_FILE: changed(ZIENSWIJZE, kenmerk=["a"])},
        (
            "  ZW-01 › kenmerk\n  Hier staat een lijst, maar verwacht wordt een tekst.\n"
            "  → Schrijf een tekst."
        ),
    ),
    "empty text": (
        {ZW_FILE: changed(ZIENSWIJZE, kenmerk=" ")},
        (
            "  ZW-01 › kenmerk\n  Hier staat niets, maar verwacht wordt een tekst.\n"
            "  → Schrijf een tekst."
        ),
    ),
    "text for list": (
        {WIJZIGINGEN_FILE: [changed(WIJZIGING, punten="ZW-01.1")]},
        (
            '  W-001 › punten\n  Hier staat "ZW-01.1", maar verwacht wordt een lijst, met per '
            "regel een streepje.\n  → Schrijf een lijst, met per regel een streepje."
        ),
    ),
    "text for group": (
        {ZW_FILE: changed(ZIENSWIJZE, origineel="brief")},
        (
            '  ZW-01 › origineel\n  Hier staat "brief", maar verwacht wordt een groep sleutels met '
            "waarden.\n  → Schrijf een groep sleutels met waarden."
        ),
    ),
    "text for entry": (
        {ZW_FILE: changed(ZIENSWIJZE, punten=["ZW-01.1"])},
        (
            '  ZW-01 › punten › nummer 1\n  Hier staat "ZW-01.1", maar verwacht wordt een groep '
            "sleutels met waarden.\n  → Schrijf een groep sleutels met waarden."
        ),
    ),
    "group for date": (
        {ZW_FILE: changed(ZIENSWIJZE, ontvangen={"a": "b"})},
        (
            "  ZW-01 › ontvangen\n  Hier staat een groep sleutels, maar verwacht wordt een tekst.\n"
            "  → Schrijf een tekst."
        ),
    ),
    "empty list": (
        {ZW_FILE: changed(ZIENSWIJZE, indieners=[])},
        (
            "  ZW-01 › indieners\n  Hier staat een lege lijst, maar verwacht wordt een lijst met "
            "minstens één regel.\n  → Schrijf een lijst met minstens één regel."
        ),
    ),
    "faulty only entry": (
        {VERSIE_FILE: changed(VERSIE, fasen=[{"fase": "consultatie", "datum": "x"}])},
        (
            '  fasen › consultatie › datum\n  "x" is geen datum.\n'
            "  → Schrijf bijvoorbeeld 2026-03-26, 26 maart 2026, maart 2026, Q2 2026 of medio 2025."
        ),
    ),
    "id": (
        {WIJZIGINGEN_FILE: [changed(WIJZIGING, id="31")]},
        '  31 › id\n  "31" is geen id van een wijziging.\n  → Schrijf bijvoorbeeld W-031.',
    ),
    "plaats": (
        {WIJZIGINGEN_FILE: [changed(WIJZIGING, plaats="Onderdeel 4")]},
        (
            '  W-001 › plaats\n  "Onderdeel 4" is geen plaats in de tekst.\n'
            "  → Schrijf bijvoorbeeld uitgangspunten#zo-thuis-mogelijk."
        ),
    ),
    "url": (
        {ZW_FILE: changed(ZIENSWIJZE, origineel={"titel": "Brief", "url": "javascript:x"})},
        (
            '  ZW-01 › origineel › url\n  "javascript:x" is geen webadres.\n'
            "  → Schrijf bijvoorbeeld https://www.voorbeeld.nl/brief."
        ),
    ),
    "id of a theme": (
        {"mkdocs.yml": mkdocs(changed(REGIO, themas={**REGIO["themas"], "Meer Geld": "x"}))},
        (
            '  extra › regiovisie › themas › Meer Geld\n  "Meer Geld" is geen slug (kleine '
            "letters, cijfers en streepjes).\n  → Schrijf bijvoorbeeld zo-thuis-mogelijk."
        ),
    ),
    "file name": (
        {"docs/gemeenten/De Wolden.md": changed(GEMEENTE, naam="De Wolden", code="gm1690")},
        (
            "  De naam van dit bestand of deze map klopt niet: "
            '"De Wolden" is geen slug (kleine letters, cijfers en streepjes).\n'
            "  → Schrijf bijvoorbeeld zo-thuis-mogelijk."
        ),
    ),
    "nested unknown key": (
        {GEMEENTE_FILE: changed(GEMEENTE, raadsbesluit={"statuss": "nog-niet-bekend"})},
        (
            '  raadsbesluit › statuss\n  De sleutel "statuss" bestaat hier niet.\n'
            '  → Bedoelt u "status"?'
        ),
    ),
}


@pytest.mark.parametrize(("files", "expected"), CASES.values(), ids=CASES.keys())
def test_wrong_value(tmp_path: Path, files: dict[str, Content], expected: str) -> None:
    """A value of the wrong form is one problem, at its key, that says what fits."""
    _, _, message = check(tmp_path, files).partition("\n")

    assert message == expected


MODELS: tuple[type[Record], ...] = (
    Regio,
    Versie,
    Wijziging,
    Zienswijze,
    Antwoord,
    Indiener,
    Gemeente,
)


@pytest.mark.parametrize("model", MODELS)
def test_json_schema(model: type[Record]) -> None:
    """A JSON Schema can be made of every register, in which unknown keys are refused."""
    schema: dict[str, Any] = model.model_json_schema()

    assert schema["additionalProperties"] is False


def test_known_keys() -> None:
    """What the file gives is no key that an editor may write."""
    assert "inhoud" not in known_keys(Zienswijze)
    assert known_keys(Zienswijze, ("punten", 0, "bron"))[:2] == ["titel", "datum"]

"""A small valid project, written to a folder, of which a test changes one thing.

::

    write_project(tmp_path)                                        valid: no problems
    write_project(tmp_path, {ZW_FILE: changed(ZIENSWIJZE, ronde="winter")})
    write_project(tmp_path, {f"versions/{TWEEDE}/versie.yml": None})    without that file

Content is what a person would write: text or bytes as they are, a list or mapping as YAML, and for
a Markdown file a mapping as front matter with its text under "inhoud". Versions are sealed after
the changes, so that only a test that edits a frozen file breaks its checksums.

The text: version 0.1 says "zo licht mogelijk"; an adviesraad asked for "zo thuis mogelijk" (point
ZW-01.1), and version 0.2 says so (W-001). The werkversie equals version 0.2.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from regiovisie.errors import format_problems
from regiovisie.registers import CHECKSUMS, LEVENSLIJNEN, checksum_lines, load_project

WERKVERSIE_PROJECT = Path(__file__).resolve().parents[1] / "projects" / "werkversie"
"""A small project whose werkversie differs from its last version."""

Content = str | bytes | Mapping[str, Any] | list[Any] | None
"""What a file holds; None: the file is not there."""

EERSTE = "2025-07-inspraakversie"
TWEEDE = "2025-11-consultatieversie"
ZW_FILE = "docs/zienswijzen/zw-01.md"
ANTWOORD_FILE = "docs/antwoorden/ta-01.md"
INDIENER_FILE = "docs/indieners/voorbeeldadviesraad-veenhoek.md"
GEMEENTE_FILE = "docs/gemeenten/assen.md"
VOORBEELDGEMEENTE_FILE = "docs/gemeenten/veenhoek.md"
VERSIE_FILE = f"versions/{TWEEDE}/versie.yml"
WIJZIGINGEN_FILE = f"versions/{TWEEDE}/wijzigingen.yml"

BRON = {
    "titel": "Brief van het college",
    "datum": "2025-11-03",
    "adres": "raadsstuk",
    "gelezen": "2025-11-05",
    "vindplaats": "blz. 2",
}

REGIO: dict[str, Any] = {
    "naam": "Regiovisie Voorbeeldregio",
    "korte_naam": "Voorbeeldregio",
    "periode": "2026-2030",
    "officieel": "false",
    "beantwoorder": "Voorbeeldregio",
    "gemeenten": ["assen"],
    "themas": {"nabijheid": "Nabijheid van hulp"},
    "rondes": [
        {
            "id": "inspraak-2025",
            "titel": "Inspraak 2025",
            "versie": EERSTE,
            "periode": "medio 2025",
            "status": "gesloten",
            "bron": BRON,
        }
    ],
    "planning": [
        {"datum": "medio 2025", "titel": "Inspraak", "bronnen": [BRON], "status": "geweest"},
        {"datum": "Q2 2026", "titel": "Besluiten", "bronnen": [BRON], "status": "komend"},
    ],
}

EERSTE_VERSIE: dict[str, Any] = {
    "nummer": "0.1",
    "titel": "Inspraakversie",
    "fasen": [{"fase": "inspraak", "datum": "medio 2025"}],
    "samenvatting": "De eerste tekst.",
    "voorbeeld": "true",
}

VERSIE: dict[str, Any] = {
    "nummer": "0.2",
    "titel": "Consultatieversie",
    "fasen": [{"fase": "consultatie", "datum": "november 2025"}],
    "voorganger": EERSTE,
    "verzonden_aan": ["gemeenteraden"],
    "samenvatting": "Hulp is nu zo thuis mogelijk.",
    "voorbeeld": "true",
}

WIJZIGING: dict[str, Any] = {
    "id": "W-001",
    "plaats": "uitgangspunten#nabij",
    "was": "zo licht mogelijk",
    "wordt": "zo thuis mogelijk",
    "herkomst": "advies",
    "punten": ["ZW-01.1"],
    "voorbeeld": "true",
}

PUNT: dict[str, Any] = {
    "id": "ZW-01.1",
    "plaats": "uitgangspunten#nabij",
    "citaat": "zo licht mogelijk",
    "thema": ["nabijheid"],
    "tekst": "Vervang licht door thuis.",
    "uitkomst": "overgenomen",
    "reactie": "Dat zegt beter wat wij bedoelen.",
}

PUNT_NIET: dict[str, Any] = {
    "id": "ZW-01.2",
    "tekst": "Noem een bedrag.",
    "uitkomst": "niet",
    "antwoord": "TA-01",
}

ZIENSWIJZE: dict[str, Any] = {
    "id": "ZW-01",
    "soort": "advies",
    "indieners": ["voorbeeldadviesraad-veenhoek"],
    "ronde": "inspraak-2025",
    "versie": EERSTE,
    "ontvangen": "29 augustus 2025",
    "binnen_termijn": "ja",
    "voorbeeld": "true",
    "beantwoord_door": "Voorbeeldregio",
    "punten": [PUNT, PUNT_NIET],
    "inhoud": "De adviesraad wil hulp dicht bij huis.",
}

ANTWOORD: dict[str, Any] = {
    "id": "TA-01",
    "titel": "Geld",
    "thema": ["nabijheid"],
    "voorbeeld": "true",
    "inhoud": "Bedragen staan in de begroting.",
}

INDIENER: dict[str, Any] = {
    "naam": "Voorbeeldadviesraad Veenhoek",
    "soort": "adviesraad",
    "gemeente": "veenhoek",
    "voorbeeld": "true",
}

GEMEENTE: dict[str, Any] = {"naam": "Assen", "code": "gm0106"}

VOORBEELDGEMEENTE: dict[str, Any] = {
    "naam": "Voorbeeldgemeente Veenhoek",
    "code": "voorbeeld-1",
    "voorbeeld": "true",
    "raadsbesluit": {"status": "vastgesteld", "datum": "2026-05-12"},
    "moties": [{"id": "M-voorbeeld-1-1", "titel": "Dichtbij", "uitslag": "aangenomen"}],
}

INLEIDING = "# Inleiding\n\nDit is de regiovisie voor de jeugdhulp.\n"
UITGANGSPUNTEN_EERST = "# Uitgangspunten\n\n## Nabij\n\nHulp is zo licht mogelijk.\n"
UITGANGSPUNTEN = "# Uitgangspunten\n\n## Nabij\n\nHulp is zo thuis mogelijk.\n"


def mkdocs(regio: Mapping[str, Any]) -> dict[str, Any]:
    """The content of mkdocs.yml for these facts of the region."""
    return {"site_name": "Regiovisie", "extra": {"regiovisie": regio}}


FILES: Mapping[str, Content] = {
    "mkdocs.yml": mkdocs(REGIO),
    f"versions/{EERSTE}/versie.yml": EERSTE_VERSIE,
    f"versions/{EERSTE}/01-inleiding.md": INLEIDING,
    f"versions/{EERSTE}/02-uitgangspunten.md": UITGANGSPUNTEN_EERST,
    f"versions/{EERSTE}/{LEVENSLIJNEN}": "",
    VERSIE_FILE: VERSIE,
    f"versions/{TWEEDE}/01-inleiding.md": INLEIDING,
    f"versions/{TWEEDE}/02-uitgangspunten.md": UITGANGSPUNTEN,
    f"versions/{TWEEDE}/{LEVENSLIJNEN}": "",
    WIJZIGINGEN_FILE: [WIJZIGING],
    "docs/regiovisie/01-inleiding.md": INLEIDING,
    "docs/regiovisie/02-uitgangspunten.md": UITGANGSPUNTEN,
    "docs/regiovisie/wijzigingen.yml": [],
    ZW_FILE: ZIENSWIJZE,
    ANTWOORD_FILE: ANTWOORD,
    INDIENER_FILE: INDIENER,
    GEMEENTE_FILE: GEMEENTE,
    VOORBEELDGEMEENTE_FILE: VOORBEELDGEMEENTE,
}
"""The files of the valid project."""


def changed(record: Mapping[str, Any], /, **keys: Any) -> dict[str, Any]:
    """The record with other values for these keys; None leaves a key out."""
    merged = {**record, **keys}
    return {key: value for key, value in merged.items() if value is not None}


def write_project(root: Path, files: Mapping[str, Content] | None = None) -> Path:
    """Write the valid project with these files instead of its own; returns `root`."""
    chosen = {**FILES, **(files or {})}
    for file, content in chosen.items():
        if content is not None:
            own = content is FILES.get(file)
            write_file(root / file, _own_bytes(file) if own else content)
    for folder in sorted((root / "versions").glob("*")):
        if f"versions/{folder.name}/{CHECKSUMS}" not in chosen and folder.is_dir():
            write_file(folder / CHECKSUMS, checksum_lines(folder))
    return root


def check(root: Path, files: Mapping[str, Content] | None = None) -> str:
    """What an editor reads about the valid project with these files; "" when all is well."""
    return format_problems(load_project(write_project(root, files)).problems)


@cache
def _own_bytes(file: str) -> bytes:
    """A file of the valid project, written once for all tests."""
    content = FILES[file]
    assert content is not None
    return as_bytes(Path(file).name, content)


def write_file(path: Path, content: str | bytes | Mapping[str, Any] | list[Any]) -> None:
    """Write one file of a project, and the folders around it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(as_bytes(path.name, content))


def as_bytes(name: str, content: str | bytes | Mapping[str, Any] | list[Any]) -> bytes:
    """The content as it stands in a file of that name."""
    if isinstance(content, bytes):
        return content
    if isinstance(content, str):
        return content.encode("utf-8")
    if isinstance(content, Mapping) and name.endswith(".md"):
        keys = {key: value for key, value in content.items() if key != "inhoud"}
        return f"---\n{_yaml(keys)}---\n{content.get('inhoud', '')}\n".encode()
    return _yaml(content).encode()


class _Dumper(yaml.SafeDumper):
    """Writes shared parts in full, as people do, not as anchors."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _yaml(content: Any) -> str:
    return yaml.dump(content, Dumper=_Dumper, sort_keys=False, allow_unicode=True)


def write_sealed(root: Path, files: Mapping[str, Content] | None = None) -> Path:
    """As `write_project`, with every version sealed for real: lifelines and checksums."""
    from regiovisie.redactie.seal import seal

    write_project(root, files)
    for versie in load_project(root).versies:
        folder = root / "versions" / versie.id
        for name in (LEVENSLIJNEN, CHECKSUMS):
            (folder / name).unlink(missing_ok=True)
    for versie in load_project(root).versies:
        seal(root, versie.id)
    return root

"""A whole made project, from a seed: versions, zienswijzen, points, and changes with causes.

    write_project(Path("project"), Omvang(zienswijzen=36, punten=250, versies=4), seed=1)

The project passes every rule: each changed sentence has its wijziging, each point its
answer. All of it is invented and says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

import yaml

from benchmark.language import Language
from regiovisie.redactie.seal import seal
from regiovisie.text.slug import slugify

ONDERDELEN = 10
PARAGRAPHS = 10
"""Per onderdeel, in sections of five."""
GEMEENTEN = 12
WIJZIGINGEN_PER_PUNT = 0.2
MOST_WIJZIGINGEN = 120
"""Per step."""
FASEN = ("inspraak", "consultatie", "na-zienswijzen")
HERKOMST = {"zienswijze": "zienswijze", "advies": "advies", "inspraakreactie": "inspraak"}
SOORTEN = tuple(HERKOMST)
INDIENERS = ("gemeenteraad", "college", "adviesraad", "aanbieder", "onderwijs")
WITHOUT_CHANGE = ("niet", "al-verwerkt", "uitvoering", "lokaal", "kennisgeving", "beantwoord")
REDACTIONEEL = {"herkomst": "redactioneel"}
AMBTSHALVE = {"herkomst": "ambtshalve", "toelichting": "De regio zag dit zelf."}
THEMAS = ("nabijheid", "wachten", "geld", "school", "taal")

Paragraph = tuple[str, ...]
"""The sentences of a paragraph."""
Text = dict[tuple[int, int], Paragraph]
"""Number of onderdeel and of paragraph → its sentences, in reading order."""


@dataclass(frozen=True, slots=True)
class Omvang:
    """How much of everything."""

    zienswijzen: int
    punten: int
    versies: int


@dataclass
class _Maker:
    """Draws everything from one seed; sentences and ids are never the same twice."""

    omvang: Omvang
    rng: Random
    language: Language = field(default_factory=Language)
    sentences: set[str] = field(default_factory=set)
    titles: list[str] = field(default_factory=list)
    wijzigingen: int = 0

    def sentence(self) -> str:
        while (made := self.language.sentence(self.rng)) in self.sentences:
            pass
        self.sentences.add(made)
        return made

    def text(self) -> Text:
        self.titles = [f"{self.language.title(self.rng)} {n}" for n in range(ONDERDELEN * 3)]
        return {
            (onderdeel, paragraph): tuple(self.sentence() for _ in range(self.rng.randint(3, 5)))
            for onderdeel in range(ONDERDELEN)
            for paragraph in range(PARAGRAPHS)
        }

    def step(self, text: Text) -> tuple[Text, list[dict[str, Any]]]:
        """The next version of a text, and its wijzigingen without their causes."""
        wanted = round(self.omvang.punten * WIJZIGINGEN_PER_PUNT / (self.omvang.versies - 1))
        places = self.rng.sample(sorted(text), max(1, min(wanted, MOST_WIJZIGINGEN, len(text))))
        changed = dict(text)
        register = []
        for place in sorted(places):
            changed[place], quotes = self._edited(text[place])
            register.append({"id": self._next_id(), "plaats": self.plaats(place), **quotes})
        return changed, register

    def _edited(self, paragraph: Paragraph) -> tuple[Paragraph, dict[str, str]]:
        at = self.rng.randrange(len(paragraph))
        kind = self.rng.choice(("ander", "ander", "erbij", "eruit"))
        if kind == "eruit" and len(paragraph) > 2:
            return (*paragraph[:at], *paragraph[at + 1 :]), {"was": paragraph[at]}
        new = self.sentence()
        if kind == "erbij":
            return (*paragraph[:at], new, *paragraph[at:]), {"wordt": new}
        quotes = {"was": paragraph[at], "wordt": new}
        return (*paragraph[:at], new, *paragraph[at + 1 :]), quotes

    def _next_id(self) -> str:
        self.wijzigingen += 1
        return f"W-{self.wijzigingen:03}"

    def title(self, onderdeel: int) -> str:
        return self.titles[onderdeel * 3]

    def heading(self, place: tuple[int, int]) -> str:
        onderdeel, paragraph = place
        return self.titles[onderdeel * 3 + 1 + paragraph // 5]

    def plaats(self, place: tuple[int, int]) -> str:
        return f"{slugify(self.title(place[0]))}#{slugify(self.heading(place))}"

    def markdown(self, text: Text) -> Iterator[tuple[str, str]]:
        """File name and Markdown of each onderdeel."""
        for onderdeel in range(ONDERDELEN):
            title = self.title(onderdeel)
            lines = [f"# {title}"]
            for paragraph in range(PARAGRAPHS):
                if paragraph % 5 == 0:
                    lines.append(f"## {self.heading((onderdeel, paragraph))}")
                lines.append(" ".join(text[onderdeel, paragraph]))
            yield f"{onderdeel + 1:02}-{slugify(title)}.md", "\n\n".join(lines) + "\n"


def write_project(root: Path, omvang: Omvang, seed: int) -> None:
    """Write a sealed project into the empty folder ``root``."""
    maker = _Maker(omvang, Random(seed))
    texts = [maker.text()]
    registers: list[list[dict[str, Any]]] = [[]]
    for _ in range(omvang.versies - 1):
        text, register = maker.step(texts[-1])
        texts.append(text)
        registers.append(register)
    zienswijzen = _zienswijzen(maker, registers)
    _write_yaml(root / "mkdocs.yml", _settings(omvang))
    for number, (text, register) in enumerate(zip(texts, registers, strict=True)):
        _write_version(root, maker, number, text, register)
    for zienswijze in zienswijzen:
        name = f"{zienswijze['id'].lower()}.md"
        _write_record(root / "docs/zienswijzen" / name, zienswijze, maker.sentence())
    _write_parties(root, omvang, zienswijzen)
    for number in range(omvang.versies):
        seal(root, _versie_id(number))


def _versie_id(number: int) -> str:
    return f"{2020 + number}-01-{_fase(number)}"


def _fase(number: int) -> str:
    return FASEN[min(number, len(FASEN) - 1)]


def _settings(omvang: Omvang) -> Mapping[str, Any]:
    rondes = [
        {
            "id": f"ronde-{number + 1}",
            "titel": f"Ronde {number + 1}",
            "versie": _versie_id(number),
            "periode": str(2020 + number),
            "status": "gesloten",
            "voorbeeld": True,
        }
        for number in range(omvang.versies - 1)
    ]
    regio = {
        "naam": "Visie van de Voorbeeldregio",
        "korte_naam": "Voorbeeldvisie",
        "periode": "2020–2040",
        "officieel": False,
        "beantwoorder": "Voorbeeldregio",
        "themas": {thema: thema.capitalize() for thema in THEMAS},
        "rondes": rondes,
    }
    extensions = ["abbr", "attr_list", "def_list", "footnotes", "tables", "toc"]
    return {
        "site_name": "Visie van de Voorbeeldregio",
        "strict": True,
        "markdown_extensions": extensions,
        "extra": {"regiovisie": regio},
    }


def _write_version(
    root: Path, maker: _Maker, number: int, text: Text, register: Sequence[Mapping[str, Any]]
) -> None:
    folder = root / "versions" / _versie_id(number)
    versie = {
        "nummer": f"0.{number + 1}",
        "titel": f"Versie {number + 1}",
        "fasen": [{"fase": _fase(number), "datum": f"januari {2020 + number}"}],
        "samenvatting": "Een gemaakte versie.",
        "voorbeeld": True,
        **({"voorganger": _versie_id(number - 1)} if number else {}),
    }
    _write_yaml(folder / "versie.yml", versie)
    if register:
        _write_yaml(folder / "wijzigingen.yml", list(register))
    for name, markdown in maker.markdown(text):
        _write(folder / name, markdown)
        if number == maker.omvang.versies - 1:
            _write(root / "docs/regiovisie" / name, markdown)


def _zienswijzen(
    maker: _Maker, registers: Sequence[Sequence[dict[str, Any]]]
) -> list[dict[str, Any]]:
    """All zienswijzen with their points; gives every wijziging its cause on the way."""
    omvang, rng = maker.omvang, maker.rng
    rounds = omvang.versies - 1
    made: list[dict[str, Any]] = [
        {
            "id": f"ZW-{number + 1:02}",
            "soort": SOORTEN[number % len(SOORTEN)],
            "indieners": [f"voorbeeld-{number % _indieners(omvang) + 1}"],
            "ronde": f"ronde-{number % rounds + 1}",
            "versie": _versie_id(number % rounds),
            "ontvangen": f"maart {2020 + number % rounds}",
            "voorbeeld": True,
            "punten": [],
        }
        for number in range(omvang.zienswijzen)
    ]
    for number in range(omvang.punten):
        zienswijze = made[number] if number < len(made) else rng.choice(made)
        register = registers[int(zienswijze["ronde"].removeprefix("ronde-"))]
        zienswijze["punten"].append(_punt(maker, zienswijze, register))
    _name_the_rest(registers)
    return made


def _punt(
    maker: _Maker, zienswijze: Mapping[str, Any], register: Sequence[dict[str, Any]]
) -> dict[str, Any]:
    rng = maker.rng
    punt: dict[str, Any] = {
        "id": f"{zienswijze['id']}.{len(zienswijze['punten']) + 1}",
        "thema": [rng.choice(THEMAS)],
        "tekst": f"{maker.sentence()} {maker.sentence()}",
        "reactie": maker.sentence(),
    }
    wijziging = rng.choice(register)
    cause = HERKOMST[zienswijze["soort"]]
    if rng.random() < 0.4 and wijziging.get("herkomst", cause) == cause:
        wijziging["herkomst"] = cause
        wijziging.setdefault("punten", []).append(punt["id"])
        wijziging["voorbeeld"] = True
        uitkomst = rng.choice(("overgenomen", "overgenomen", "deels"))
    else:
        uitkomst = rng.choice(WITHOUT_CHANGE)
    if uitkomst == "al-verwerkt":
        punt["zie"] = wijziging["plaats"]
    return {**punt, "plaats": wijziging["plaats"], "uitkomst": uitkomst}


def _name_the_rest(registers: Sequence[Sequence[dict[str, Any]]]) -> None:
    """What no point asked for the region did by itself."""
    for register in registers:
        for number, wijziging in enumerate(register):
            wijziging["voorbeeld"] = True
            if "herkomst" not in wijziging:
                wijziging.update(REDACTIONEEL if number % 3 else AMBTSHALVE)


def _indieners(omvang: Omvang) -> int:
    return max(1, omvang.zienswijzen * 2 // 3)


def _indiener(number: int) -> dict[str, Any]:
    return {
        "naam": f"Voorbeeld {number}",
        "soort": INDIENERS[number % len(INDIENERS)],
        "voorbeeld": True,
        "gemeente": f"voorbeeldgemeente-{number % GEMEENTEN + 1}",
    }


def _write_parties(root: Path, omvang: Omvang, zienswijzen: Sequence[Mapping[str, Any]]) -> None:
    indieners = {f"voorbeeld-{n}": _indiener(n) for n in range(1, _indieners(omvang) + 1)}
    for slug, indiener in indieners.items():
        _write_record(root / f"docs/indieners/{slug}.md", indiener, "")
    formal = (z["indieners"][0] for z in zienswijzen if z["soort"] == "zienswijze")
    by_raad = [indieners[slug] for slug in formal if indieners[slug]["soort"] == "gemeenteraad"]
    submitted = {indiener["gemeente"] for indiener in by_raad}
    for number in range(1, GEMEENTEN + 1):
        slug = f"voorbeeldgemeente-{number}"
        gemeente = {
            "naam": f"Voorbeeldgemeente {number}",
            "code": f"voorbeeld-{number}",
            "voorbeeld": True,
            "zienswijze": "ingediend" if slug in submitted else "nog-niet-bekend",
        }
        _write_record(root / f"docs/gemeenten/{slug}.md", gemeente, "")


def _write_record(path: Path, record: Mapping[str, Any], body: str) -> None:
    _write(path, f"---\n{_yaml(record)}---\n{body}\n")


def _write_yaml(path: Path, content: Any) -> None:
    _write(path, _yaml(content))


def _yaml(content: Any) -> str:
    return yaml.dump(content, allow_unicode=True, sort_keys=False, width=1000)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")

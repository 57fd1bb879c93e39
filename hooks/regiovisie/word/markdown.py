"""One state of a Word file as the files of a text.

    Heading 1 "Inleiding"      →   01-inleiding.md, which begins with "# Inleiding"

One sentence stands on each line, as in the texts that people here write.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from regiovisie.text.blocks import parse_onderdeel
from regiovisie.text.slug import slugify
from regiovisie.word.inhoud import STREEP, Alinea, Blok, Inhoud, Kant, Spoor, Stuk, Tabel, alineas
from regiovisie.word.lijst_md import Tellers, lijst_regels
from regiovisie.word.opmaak import Merken, Namen, regel, zinnen
from regiovisie.word.staten import stand, stand_alineas

VOORAF = "Vooraf"
"""The title of what stands before the first heading."""
ONDERDEEL_BLADWIJZER = "od_"
"""What the bookmark in a title begins with that says what the address of the onderdeel is."""
_ANKER = "anker:"
_NUMBER = re.compile(r"^(?:(?:hoofdstuk|deel)\s+)?\d+(?:\.\d+)*\.?\s+|^[A-Z]\.\s+", re.IGNORECASE)
_LEFT_OUT = ("overslaan", "inhoud", "titel", "ondertitel")


@dataclass(frozen=True, slots=True)
class Bekend:
    """How things are called in the text that is there already."""

    onderdelen: Mapping[str, str] = field(default_factory=dict)
    """Slug of a title → slug of its file."""
    noten: Mapping[str, str] = field(default_factory=dict)
    """Words of a footnote → its label."""
    beelden: Mapping[str, str] = field(default_factory=dict)
    """Name of a part of the Word file → name of the image in the text."""
    titel: str = "Tekst"
    """The title of the only onderdeel of a file without headings."""


@dataclass(frozen=True, slots=True)
class Geschreven:
    """A state as files."""

    bestanden: tuple[tuple[str, str], ...]
    """File name and Markdown text of each onderdeel, in reading order."""
    gemist: tuple[str, ...] = ()


def schrijf(inhoud: Inhoud, kant: Kant, bekend: Bekend) -> Geschreven:
    """One state of a Word file as Markdown."""
    schrijver = Schrijver(inhoud, kant, bekend)
    bestanden = schrijver.bestanden(Merken())
    return Geschreven(bestanden, tuple(schrijver.gemist))


def schrijf_gemerkt(
    inhoud: Inhoud, kant: Kant, bekend: Bekend
) -> tuple[tuple[tuple[str, str], ...], list[Spoor]]:
    """The same files with signs round changed words, and the changes by number."""
    sporen: list[Spoor] = []
    schrijver = Schrijver(inhoud, kant, bekend)
    schrijver.bestanden(Merken())
    return schrijver.bestanden(Merken(sporen)), sporen


@dataclass
class _Deel:
    """One onderdeel: its title and what comes after."""

    kop: Alinea
    blokken: list[Blok]
    bestand: str = ""


class Schrijver:
    """The files of one state. Links are resolved when all headings are known."""

    def __init__(self, inhoud: Inhoud, kant: Kant, bekend: Bekend) -> None:
        self.inhoud, self.kant, self.bekend = inhoud, kant, bekend
        self.gemist: list[str] = []
        self.labels = _note_labels(inhoud, bekend)
        self.delen = _delen(stand(inhoud.blokken, kant), bekend)
        self.doelen: dict[str, str] = {}
        self.tellers: Tellers = {}

    def bestanden(self, merken: Merken) -> tuple[tuple[str, str], ...]:
        """The files, with signs for changes or without."""
        self.tellers.clear()
        texts = [(deel.bestand, self._text(deel, merken)) for deel in self.delen]
        if merken.sporen is None:
            self.doelen = _targets(self.delen, texts)
        return tuple((name, self._resolved(name, text)) for name, text in texts)

    def _resolved(self, here: str, text: str) -> str:
        """The text with each bookmark replaced by where it leads."""

        def target(match: re.Match[str]) -> str:
            file, _, slug = self.doelen[match["name"]].partition("#")
            anchor = f"#{slug}" if slug else ""
            return f"]({anchor if file == here and slug else file + anchor})"

        known = "|".join(sorted(map(re.escape, self.doelen), key=len, reverse=True))
        if not known:
            return text
        return re.sub(rf"\]\({_ANKER}(?P<name>{known})\)", target, text)

    def _link(self, link: str) -> str:
        """An address as Markdown writes it; empty where it leads to nothing in the file."""
        if link.startswith("#"):
            name = link[1:]
            if self.doelen and name not in self.doelen:
                return ""
            return f"{_ANKER}{name}" if _has_bookmark(self.delen, name) else self._lost(name)
        address = link.replace(" ", "%20")
        if address.count("(") == address.count(")"):
            return address
        return address.replace("(", "%28").replace(")", "%29")

    def _lost(self, name: str) -> str:
        wat = f"Een verwijzing binnen het bestand ({name}) leidt nergens heen; de woorden bleven."
        if wat not in self.gemist:
            self.gemist.append(wat)
        return ""

    # --- one file

    def _text(self, deel: _Deel, merken: Merken) -> str:
        used: dict[str, str] = {}

        def noot(key: str) -> str:
            label = self.labels.get(key, key)
            used.setdefault(label, key)
            return label

        namen = Namen(
            noot, lambda stuk: self.bekend.beelden.get(stuk.tekst, stuk.tekst), self._link
        )
        schets = _Blokken(namen, merken, self.tellers)
        parts = [f"# {regel(deel.kop.stukken, namen, merken, kaal=True)}"]
        parts += schets.parts(deel.blokken)
        notes = [self._noot(key, namen, merken) for key in used.values()]
        body = "\n\n".join([*parts, *(["\n".join(notes)] if notes else [])])
        return body + "\n"

    def _noot(self, key: str, namen: Namen, merken: Merken) -> str:
        gelezen = stand_alineas(self.inhoud.noten.get(key, []), self.kant)
        parts = [zinnen(regel(alinea.stukken, namen, merken)) for alinea in gelezen]
        lines = [_indented(lines, 4) for lines in parts] or [""]
        return f"[^{self.labels.get(key, key)}]: " + "\n\n".join(lines).lstrip()


# --- the files


def _delen(blokken: Sequence[Blok], bekend: Bekend) -> list[_Deel]:
    """What each file holds, each with a name of its own."""
    shown = [b for b in blokken if isinstance(b, Tabel) or b.rol not in _LEFT_OUT]
    has_title = any(isinstance(b, Alinea) and b.rol == "kop1" for b in shown)
    delen: list[_Deel] = []
    for blok in shown:
        if isinstance(blok, Alinea) and blok.rol == "kop1":
            delen.append(_Deel(blok, []))
            continue
        if not delen:
            title = VOORAF if has_title else _title(blokken) or bekend.titel
            delen.append(_Deel(Alinea("kop1", [Stuk("tekst", title)]), []))
        delen[-1].blokken.append(blok)
    taken: set[str] = set()
    for number, deel in enumerate(delen, 1):
        deel.bestand = f"{number:02}-{_slug(deel.kop, bekend, taken)}.md"
    return delen


def _title(blokken: Sequence[Blok]) -> str:
    titles = (b for b in blokken if isinstance(b, Alinea) and b.rol == "titel")
    return next((woorden_van(alinea) for alinea in titles), "")


def woorden_van(alinea: Alinea) -> str:
    """The words of a paragraph, with one space between two."""
    words = "".join(s.tekst for s in alinea.stukken if s.soort == "tekst")
    return " ".join(words.split())


def _slug(kop: Alinea, bekend: Bekend, taken: set[str]) -> str:
    given = [name for name in kop.bladwijzers if name.startswith(ONDERDEEL_BLADWIJZER)]
    # A heading that is not in this state leaves its bookmark to what follows.
    named = slugify(given[-1].removeprefix(ONDERDEEL_BLADWIJZER)) if given else ""
    words = woorden_van(kop)
    plain = named or slugify(_NUMBER.sub("", words)) or slugify(words) or "onderdeel"
    slug = plain if named else bekend.onderdelen.get(plain, plain)
    number = 1
    while slug in taken:
        number += 1
        slug = f"{plain}-{number}"
    taken.add(slug)
    return slug


def _note_labels(inhoud: Inhoud, bekend: Bekend) -> dict[str, str]:
    """Key of a note → its label, the same in both states."""
    marks = [s for alinea in alineas(inhoud.blokken) for s in alinea.stukken if s.soort == "noot"]
    keys = [mark.tekst for mark in marks]
    labels: dict[str, str] = {}
    for mark in marks:
        label = mark.naam or _known_label(inhoud.noten.get(mark.tekst, []), bekend)
        named = {m.tekst: m for m in marks if labels.get(m.tekst) == label}
        others = [m for m in named.values() if _together(m, mark) and not _same(m, mark, inhoud)]
        if label and mark.tekst not in labels and not others:
            labels[mark.tekst] = label
    number = 0
    for key in dict.fromkeys(keys):
        while key not in labels:
            number += 1
            if str(number) not in labels.values():
                labels[key] = str(number)
    return labels


def _together(mark: Stuk, other: Stuk) -> bool:
    """Whether two notes stand in one state: LibreOffice makes two of one that went and came."""
    one, two = mark.bestaan, other.bestaan
    return (one.oud and two.oud) or (one.nieuw and two.nieuw)


def _same(mark: Stuk, other: Stuk, inhoud: Inhoud) -> bool:
    """Whether two marks are of one note: in Word each mark has a note of its own."""
    one, two = (inhoud.noten.get(m.tekst, []) for m in (mark, other))
    return [_states(alinea) for alinea in one] == [_states(alinea) for alinea in two]


def _states(alinea: Alinea) -> tuple[str, str]:
    return alinea.woorden("oud"), alinea.woorden("nieuw")


def _known_label(noot: Sequence[Alinea], bekend: Bekend) -> str:
    for kant in ("oud", "nieuw"):
        words = " ".join(alinea.woorden(kant) for alinea in noot)
        if label := bekend.noten.get("".join(words.split())):
            return label
    return ""


def _has_bookmark(delen: Sequence[_Deel], name: str) -> bool:
    return any(
        name in alinea.bladwijzers
        for deel in delen
        for alinea in (deel.kop, *alineas(deel.blokken))
    )


def _targets(delen: Sequence[_Deel], texts: Sequence[tuple[str, str]]) -> dict[str, str]:
    """Bookmark → file and heading: that heading, or the one that its paragraph is under."""
    found: dict[str, str] = {}
    for deel, (name, text) in zip(delen, texts, strict=True):
        headings = iter([b.slug for b in parse_onderdeel(name, text).blocks if b.kind == "heading"])
        next(headings, "")
        slug = ""
        for alinea in (deel.kop, *alineas(deel.blokken)):
            if alinea is not deel.kop and alinea.rol.startswith("kop"):
                slug = next(headings, slug)
            for bookmark in alinea.bladwijzers:
                found[bookmark] = f"{name}#{slug}" if slug else name
    return found


# --- what stands in a file


@dataclass
class _Blokken:
    """Paragraphs and tables as parts of Markdown, with an empty line between two parts."""

    namen: Namen
    merken: Merken
    tellers: Tellers

    def parts(self, blokken: Sequence[Blok]) -> list[str]:
        found: list[str] = []
        for soort, group in groupby(_in_lists(blokken), key=lambda pair: pair[0]):
            members = [blok for _, blok in group]
            found += self._group(soort, members)
        return found

    def _group(self, soort: str, members: Sequence[Blok]) -> Iterator[str]:
        paragraphs = [blok for blok in members if isinstance(blok, Alinea)]
        if soort == "tabel":
            yield from (self._tabel(blok) for blok in members if isinstance(blok, Tabel))
        elif soort == "lijst":
            yield from lijst_regels(paragraphs, self._line, self.tellers)
        elif soort == "citaat":
            yield "\n>\n".join(_prefixed(self._zinnen(a), "> ") for a in paragraphs)
        elif soort == "code":
            yield "\n".join(["```", *(_raw(a) for a in paragraphs), "```"])
        elif soort == "begrip":
            yield from self._begrippen(paragraphs)
        elif soort.startswith("kader "):
            yield self._kader(soort, paragraphs)
        else:
            yield from (self._alinea(alinea) for alinea in paragraphs)

    def _line(self, alinea: Alinea) -> str:
        return regel(alinea.stukken, self.namen, self.merken)

    def _zinnen(self, alinea: Alinea) -> list[str]:
        return zinnen(self._line(alinea))

    def _alinea(self, alinea: Alinea) -> str:
        if alinea.rol.startswith("kop"):
            line = regel(alinea.stukken, self.namen, self.merken, kaal=True)
            return f"{'#' * int(alinea.rol[3:])} {line}"
        if alinea.rol == STREEP:
            return "\n\n".join(filter(None, ["\n".join(self._zinnen(alinea)), "---"]))
        return "\n".join(self._zinnen(alinea))

    def _begrippen(self, paragraphs: Sequence[Alinea]) -> Iterator[str]:
        """Terms, each with the definitions that follow it."""
        lines: list[str] = []
        for alinea in paragraphs:
            if alinea.rol == "begrip":
                if lines:
                    yield "\n".join(lines)
                lines = self._zinnen(alinea)
            else:
                lines.append(f":   {_indented(self._zinnen(alinea), 4).lstrip()}")
        if lines:
            yield "\n".join(lines)

    def _kader(self, soort: str, paragraphs: Sequence[Alinea]) -> str:
        name = soort.split()[1]
        titles = [self._line(a) for a in paragraphs if a.rol.endswith(" titel")]
        bodies = [_indented(self._zinnen(a), 4) for a in paragraphs if not a.rol.endswith(" titel")]
        title = titles[0].replace('"', "&quot;") if titles else ""
        return f'!!! {name} "{title}"\n' + "\n\n".join(bodies)

    def _tabel(self, tabel: Tabel) -> str:
        rows = [
            [self._cel(cel, kop=at == 0) for cel in rij.cellen]
            for at, rij in enumerate(tabel.rijen)
        ]
        sides = [_uitlijning(cel) for cel in tabel.rijen[0].cellen]
        lines = [f"| {' | '.join(row)} |" for row in rows]
        return "\n".join([lines[0], f"|{'|'.join(sides)}|", *lines[1:]])

    def _cel(self, cel: Sequence[Alinea], *, kop: bool) -> str:
        lines = [regel(a.stukken, self.namen, self.merken, kaal=kop) for a in cel]
        return "<br>".join(line for line in lines if line).replace("|", "\\|")


def _in_lists(blokken: Sequence[Blok]) -> Iterator[tuple[str, Blok]]:
    """Each block with what it forms one part with."""
    before = ""
    kader = 0
    for blok in blokken:
        if isinstance(blok, Tabel):
            before = "tabel"
            yield before, blok
            continue
        if blok.lijst or blok.rol == "lijst" or (blok.rol == "vervolg" and before == "lijst"):
            before = "lijst"
        elif blok.rol in ("begrip", "uitleg"):
            before = "begrip"
        elif blok.rol.startswith("kader"):
            name = blok.rol.split()[1] if " " in blok.rol else "note"
            kader += blok.rol.endswith(" titel") or not before.startswith("kader")
            before = f"kader {name} {kader}"
        else:
            before = blok.rol if blok.rol in ("citaat", "code") else "alinea"
        yield before, blok


def _raw(alinea: Alinea) -> str:
    return "".join("\n" if s.soort == "regel" else s.tekst for s in alinea.stukken)


def _indented(lines: Sequence[str], width: int) -> str:
    return _prefixed(lines, " " * width)


def _prefixed(lines: Sequence[str], prefix: str) -> str:
    return "\n".join(prefix + line for line in lines)


def _uitlijning(cel: Sequence[Alinea]) -> str:
    side = cel[0].uitlijning if cel else ""
    return {"right": "---:", "end": "---:", "center": ":---:"}.get(side, "---")

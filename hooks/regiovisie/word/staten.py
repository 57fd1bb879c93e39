"""One of the two states of what was read: as if every change was refused, or accepted.

    Hulp is nabij.[¶ came] En passend.     oud:    Hulp is nabij. En passend.
                                           nieuw:  Hulp is nabij. / En passend.

Where a change took something away, a piece without words (``punt``) marks the place, so that
words next to it can still be known by that change.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from regiovisie.word.inhoud import (
    ALTIJD,
    KANTEN,
    STREEP,
    Alinea,
    Bestaan,
    Blok,
    Kant,
    Rij,
    Stuk,
    Tabel,
)


def stand(blokken: Sequence[Blok], kant: Kant) -> list[Blok]:
    """The paragraphs and tables of a state; those without content are left out."""
    found: list[Blok] = []
    open_alinea: Alinea | None = None
    for blok in blokken:
        if isinstance(blok, Tabel):
            found += _unmarked(open_alinea)
            open_alinea = None
            found.append(_tabel(blok, kant))
            continue
        open_alinea = _joined(open_alinea, blok, kant)
        if blok.einde.op(kant):
            found.append(open_alinea)
            open_alinea = None
    found += _unmarked(open_alinea)
    return [blok for blok in found if has_content(blok)]


def _unmarked(alinea: Alinea | None) -> list[Alinea]:
    """What is left of paragraphs whose last mark is not in this state: no rule, for one."""
    if alinea is None:
        return []
    return [replace(alinea, rol="alinea") if alinea.rol == STREEP else alinea]


def stand_alineas(alineas: Sequence[Alinea], kant: Kant) -> list[Alinea]:
    """The same for paragraphs without tables: a note, a cell."""
    return [blok for blok in stand(alineas, kant) if isinstance(blok, Alinea)]


def wissel(rij: Rij) -> Rij:
    """A row that is empty in one state came or went: LibreOffice tracks only its words."""
    if rij.bestaan != ALTIJD:
        return rij
    oud, nieuw = (any(stand_alineas(cel, side) for cel in rij.cellen) for side in KANTEN)
    sporen = (s.bestaan.spoor for cel in rij.cellen for a in cel for s in a.stukken)
    spoor = next(filter(None, sporen), None)
    return rij if oud == nieuw else replace(rij, bestaan=Bestaan(oud, nieuw, spoor))


def has_content(blok: Blok) -> bool:
    """Whether a state shows anything of it."""
    if isinstance(blok, Tabel):
        return bool(blok.rijen)
    if blok.rol == STREEP:
        return True
    return any(s.tekst.strip() if s.soort == "tekst" else _stands(s) for s in blok.stukken)


def _stands(stuk: Stuk) -> bool:
    return stuk.soort in ("noot", "beeld")


def _joined(before: Alinea | None, alinea: Alinea, kant: Kant) -> Alinea:
    """A paragraph with what came before it where the mark between them is not in this state.

    The mark that stays says what the paragraph is.
    """
    stukken = list(_pieces(alinea.stukken, kant))
    if alinea.einde.spoor:
        stukken.append(Stuk("punt", bestaan=alinea.einde))
    earlier = before.stukken if before else []
    bladwijzers = [*(before.bladwijzers if before else []), *alinea.bladwijzers]
    return replace(alinea, stukken=[*earlier, *stukken], bladwijzers=bladwijzers, einde=ALTIJD)


def _pieces(stukken: Iterable[Stuk], kant: Kant) -> Iterable[Stuk]:
    for stuk in stukken:
        if stuk.bestaan.op(kant):
            yield stuk
        elif stuk.bestaan.spoor and (stuk.bestaan.oud or stuk.bestaan.nieuw):
            yield Stuk("punt", bestaan=stuk.bestaan)


def _tabel(tabel: Tabel, kant: Kant) -> Tabel:
    rijen = [
        Rij([list(stand_alineas(cel, kant)) for cel in rij.cellen], kop=rij.kop)
        for rij in tabel.rijen
        if rij.bestaan.op(kant)
    ]
    return Tabel(rijen)

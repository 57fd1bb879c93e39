"""The whole nota on one page, to print and to attach to a proposal: numbered chapters.

A nota of hundreds of zienswijzen is too heavy for one page. Then this page opens it, and its
contents lead to the pages that hold the chapters, which print just as well.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from regiovisie.render.views import adres
from regiovisie.render.views.basis import Link, aantal
from regiovisie.render.views.index import Index
from regiovisie.render.views.nota import KRUIMEL, AntwoordenView, NotaView, antwoorden, nota
from regiovisie.render.views.nota_punten import NotaOnderdeel, nota_onderdeel, slugs
from regiovisie.render.views.nota_wijzigingen import (
    StaatRij,
    StaatStap,
    ZonderVerzoekView,
    make_staat,
    zonder_verzoek,
)

MEESTE_TEKENS = 145_000
"""So much is written on one page at most. Over the wire a character is 0.38 byte, its markup
included, so that this leaves room for the letters and styles of a light page."""
RIJ = 150
"""What a row counts besides its words: numbers, names, outcome, links."""


@dataclass(frozen=True, slots=True)
class InhoudDeel:
    """A chapter or a paragraph of the contents."""

    nummer: str
    anker: str
    titel: str
    href: str
    """Its place on this page, or the page that holds it."""


@dataclass(frozen=True, slots=True)
class NotaVolledigView:
    """Every chapter of the nota."""

    naam: str
    stand: str
    """The text that counts now, so that paper says to which it belongs."""
    heel: bool
    """Whether every chapter stands here; otherwise the contents lead to them."""
    telling: str
    inhoud: tuple[InhoudDeel, ...]
    nummers: Mapping[str, str]
    titels: Mapping[str, str]
    """Both by anchor."""
    opening: NotaView
    onderdelen: tuple[NotaOnderdeel, ...]
    antwoorden: AntwoordenView
    zonder_verzoek: ZonderVerzoekView
    staat: tuple[StaatStap, ...]
    kruimel: str = "De hele nota"
    kruimels: tuple[Link, ...] = (KRUIMEL,)


def volledig(index: Index) -> NotaVolledigView:
    """The whole nota, or the opening of one that is too long for a page."""
    pagina = adres.NOTA_VOLLEDIG
    onderdelen = tuple(nota_onderdeel(index, slug, pagina) for slug in slugs(index))
    stappen = tuple(make_staat(index, stap) for stap in index.dossier.stappen)
    thematisch = antwoorden(index, pagina)
    verzoek = zonder_verzoek(index)
    opening = nota(index)
    heel = _tekens(opening, onderdelen, thematisch, verzoek, stappen) <= MEESTE_TEKENS
    hoofdstukken = _hoofdstukken(index, onderdelen, thematisch, verzoek, stappen)
    inhoud = _genummerd(hoofdstukken, heel=heel)
    geldend = index.dossier.geldend
    return NotaVolledigView(
        naam=index.regio.naam,
        stand=f"{index.versie_naam(geldend.id)}, {geldend.titel}",
        heel=heel,
        telling=aantal(len(index.punten), "punt", "punten"),
        inhoud=inhoud,
        nummers={deel.anker: deel.nummer for deel in inhoud},
        titels={deel.anker: deel.titel for deel in inhoud},
        opening=opening,
        onderdelen=onderdelen,
        antwoorden=thematisch,
        zonder_verzoek=verzoek,
        staat=stappen,
    )


def _tekens(
    opening: NotaView,
    onderdelen: tuple[NotaOnderdeel, ...],
    thematisch: AntwoordenView,
    verzoek: ZonderVerzoekView,
    stappen: tuple[StaatStap, ...],
) -> int:
    """How much is written in all chapters together, in characters."""
    punten = [np.punt for o in onderdelen for groep in o.groepen for np in groep.punten]
    rijen = [rij for stap in stappen for o in stap.onderdelen for rij in o.rijen]
    zelf = [rij for groep in verzoek.groepen for rij in groep.rijen]
    woorden = (
        *((p.tekst, p.reactie, p.citaat, p.minderheid) for p in punten),
        *((a.titel, a.inhoud) for a in thematisch.antwoorden),
        *((rij.plaats, rij.was, rij.wordt, rij.toelichting) for rij in zelf),
    )
    aantal_rijen = sum(len(g.rijen) for g in opening.groepen) + len(punten) + len(rijen) + len(zelf)
    geschreven = sum(len(tekst) for rij in woorden for tekst in rij if tekst)
    return geschreven + sum(_tekens_staat(rij) for rij in rijen) + RIJ * aantal_rijen


def _tekens_staat(rij: StaatRij) -> int:
    return sum(len(w.voor + w.tekst + w.na) for w in (*rij.was, *rij.wordt))


def _hoofdstukken(
    index: Index,
    onderdelen: tuple[NotaOnderdeel, ...],
    thematisch: AntwoordenView,
    verzoek: ZonderVerzoekView,
    stappen: tuple[StaatStap, ...],
) -> list[tuple[InhoudDeel, tuple[InhoudDeel, ...]]]:
    """Chapters with something in them, not numbered yet, each with the page that has it too."""

    def deel(anker: str, titel: str, href: str) -> InhoudDeel:
        return InhoudDeel("", anker, titel, href)

    per_onderdeel = tuple(
        deel(f"over-{o.slug or 'het-geheel'}", _titel(o.titel), o.href) for o in onderdelen
    )
    per_stap = tuple(deel(s.anker, s.titel, s.href) for s in stappen)
    over = deel("over", "Over deze nota", "#over")
    wie = deel("indieners", "Wie reageerde", f"{adres.NOTA}#per-indiener")
    gegeven = deel("antwoorden", "De antwoorden, per onderdeel", adres.NOTA)
    thema = deel("thema", "Antwoorden die voor meer punten gelden", adres.NOTA_ANTWOORDEN)
    zelf = deel("zonder-verzoek", "Wijzigingen zonder verzoek", adres.NOTA_AMBTSHALVE)
    staat = deel("staat", "Staat van wijzigingen", adres.NOTA_STAAT)
    gevuld = (
        (over, (), True),
        (wie, (), index.project.zienswijzen),
        (gegeven, per_onderdeel, onderdelen),
        (thema, (), thematisch.antwoorden),
        (zelf, (), verzoek.groepen),
        (staat, per_stap, True),
    )
    return [(hoofd, binnen) for hoofd, binnen, inhoud in gevuld if inhoud]


def _titel(naam: str) -> str:
    """Beside the number of a chapter, the number of an onderdeel says what it is."""
    return f"Onderdeel {naam}" if naam[:1].isdigit() else naam


def _genummerd(
    hoofdstukken: list[tuple[InhoudDeel, tuple[InhoudDeel, ...]]], *, heel: bool
) -> tuple[InhoudDeel, ...]:
    delen = []
    for nummer, (hoofd, binnen) in enumerate(hoofdstukken, 1):
        delen.append(replace(hoofd, nummer=str(nummer)))
        delen += [replace(deel, nummer=f"{nummer}.{sub}") for sub, deel in enumerate(binnen, 1)]
    return tuple(replace(deel, href=f"#{deel.anker}") if heel else deel for deel in delen)

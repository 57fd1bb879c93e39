"""The whole nota on one page, to print and to attach to a proposal: numbered chapters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from regiovisie.render.views import adres
from regiovisie.render.views.basis import Link
from regiovisie.render.views.index import Index
from regiovisie.render.views.nota import KRUIMEL, AntwoordenView, NotaView, antwoorden, nota
from regiovisie.render.views.nota_punten import NotaOnderdeel, nota_onderdeel, slugs
from regiovisie.render.views.nota_wijzigingen import (
    StaatStap,
    ZonderVerzoekView,
    make_staat,
    zonder_verzoek,
)


@dataclass(frozen=True, slots=True)
class InhoudDeel:
    """A chapter or a paragraph of the contents."""

    nummer: str
    anker: str
    titel: str


@dataclass(frozen=True, slots=True)
class NotaVolledigView:
    """Every chapter of the nota."""

    naam: str
    stand: str
    """The text that counts now, so that paper says to which it belongs."""
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
    """The whole nota."""
    pagina = adres.NOTA_VOLLEDIG
    onderdelen = tuple(nota_onderdeel(index, slug, pagina) for slug in slugs(index))
    stappen = tuple(make_staat(index, stap) for stap in index.dossier.stappen)
    thematisch = antwoorden(index, pagina)
    verzoek = zonder_verzoek(index)
    hoofdstukken = (
        ("over", "Over deze nota", ()),
        ("indieners", "Wie reageerde", ()),
        ("antwoorden", "De antwoorden, per onderdeel", _onderdeel_ankers(onderdelen)),
        ("thema", "Antwoorden die voor meer punten gelden", ()),
        ("zonder-verzoek", "Wijzigingen zonder verzoek", ()),
        ("staat", "Staat van wijzigingen", tuple((s.anker, s.titel) for s in stappen)),
    )
    leeg = {
        "indieners": not index.project.zienswijzen,
        "antwoorden": not onderdelen,
        "thema": not thematisch.antwoorden,
        "zonder-verzoek": not verzoek.groepen,
    }
    inhoud = _genummerd([h for h in hoofdstukken if not leeg.get(h[0])])
    geldend = index.dossier.geldend
    return NotaVolledigView(
        naam=index.regio.naam,
        stand=f"{index.versie_naam(geldend.id)}, {geldend.titel}",
        inhoud=inhoud,
        nummers={deel.anker: deel.nummer for deel in inhoud},
        titels={deel.anker: deel.titel for deel in inhoud},
        opening=nota(index),
        onderdelen=onderdelen,
        antwoorden=thematisch,
        zonder_verzoek=verzoek,
        staat=stappen,
    )


def _onderdeel_ankers(onderdelen: tuple[NotaOnderdeel, ...]) -> tuple[tuple[str, str], ...]:
    return tuple((f"over-{o.slug or 'het-geheel'}", _titel(o.titel)) for o in onderdelen)


def _titel(naam: str) -> str:
    """Beside the number of a chapter, the number of an onderdeel says what it is."""
    return f"Onderdeel {naam}" if naam[:1].isdigit() else naam


def _genummerd(
    hoofdstukken: list[tuple[str, str, tuple[tuple[str, str], ...]]],
) -> tuple[InhoudDeel, ...]:
    delen = []
    for hoofd, (anker, titel, binnen) in enumerate(hoofdstukken, 1):
        delen.append(InhoudDeel(str(hoofd), anker, titel))
        delen += [InhoudDeel(f"{hoofd}.{sub}", a, t) for sub, (a, t) in enumerate(binnen, 1)]
    return tuple(delen)

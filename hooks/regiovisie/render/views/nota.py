"""The nota van beantwoording: how it opens, and its pages of answers.

Two orders of the same points, as Drenthe is used to: an index of who submitted, with
references, and the answers in the order of the text. An answer that serves several points
stands once, on a page of its own.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from markupsafe import Markup

from regiovisie.registers.schema import Antwoord, Zienswijze
from regiovisie.render.views import adres
from regiovisie.render.views.basis import Deel, Label, Link, aantal, zienswijzen_met_punten
from regiovisie.render.views.index import Index
from regiovisie.render.views.labels import (
    BINNEN_TERMIJN,
    SOORTEN_INDIENER,
    SOORTEN_ZIENSWIJZE,
    UITKOMSTEN,
    ZONDER_VERZOEK,
)
from regiovisie.render.views.nota_punten import (
    NotaOnderdeel,
    bladen,
    naam,
    nota_onderdeel,
    punt_adres,
    slugs,
    tel,
)
from regiovisie.render.views.zienswijzen import (
    antwoord_view,
    beantwoord,
    geleid,
    tel_punten,
    uitkomst_balk,
)

KRUIMEL = Link(adres.NOTA, "Nota van beantwoording")
OPEN_TOT = 40
"""With more zienswijzen than this the index folds per kind of indiener."""


@dataclass(frozen=True, slots=True)
class IndexVerwijzing:
    """Where a submitter finds its answers: an onderdeel, and its points there."""

    onderdeel: Link
    punten: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class IndexRij:
    """One zienswijze in the index."""

    id: str
    href: str
    indieners: tuple[Link, ...]
    soort: str
    ontvangen: str
    termijn: str
    telling: str
    verwijzingen: tuple[IndexVerwijzing, ...]
    voorbeeld: bool


@dataclass(frozen=True, slots=True)
class IndexGroep:
    """The zienswijzen of one kind of indiener."""

    anker: str
    titel: str
    telling: str
    rijen: tuple[IndexRij, ...]


@dataclass(frozen=True, slots=True)
class Hoofdstuk:
    """One onderdeel in the contents of the nota."""

    link: Link
    telling: str
    balk: tuple[Deel, ...]
    samenvatting: str


@dataclass(frozen=True, slots=True)
class NotaView:
    """The opening of the nota."""

    beantwoorder: str
    """Who gave the answers; empty while there are none."""
    telling: str
    geleid: str
    balk: tuple[Deel, ...]
    te_laat: str
    minderheid: str
    """Both empty where there is nothing to say."""
    hoofdstukken: tuple[Hoofdstuk, ...]
    antwoorden: str
    zonder_verzoek: str
    wijzigingen: str
    """How many there are of each."""
    groepen: tuple[IndexGroep, ...]
    open: bool
    """Whether the index shows at once."""
    voorbeeld: bool
    kruimels: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class NotaOnderdeelView:
    """The answers about one onderdeel."""

    onderdeel: NotaOnderdeel
    blad: int
    bladen: tuple[Link, ...]
    """Every page of this onderdeel; empty where there is one."""
    vorige: Link | None
    volgende: Link | None
    kruimel: str
    kruimels: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class AntwoordPunt:
    """A point that a thematic answer serves."""

    link: Link
    href: str
    """Its row in the nota."""
    indieners: tuple[Link, ...]
    uitkomst: Label
    bij: str
    voorbeeld: bool


@dataclass(frozen=True, slots=True)
class NotaAntwoord:
    """A thematic answer with every point that it serves."""

    id: str
    anker: str
    titel: str
    inhoud: Markup
    telling: str
    balk: tuple[Deel, ...]
    punten: tuple[AntwoordPunt, ...]
    voorbeeld: bool


@dataclass(frozen=True, slots=True)
class AntwoordenView:
    """All thematic answers."""

    telling: str
    antwoorden: tuple[NotaAntwoord, ...]
    kruimel: str = "Thematische antwoorden"
    kruimels: tuple[Link, ...] = (KRUIMEL,)


def nota(index: Index) -> NotaView:
    """The opening: what it is, the contents, and who finds its answers where."""
    zienswijzen = index.project.zienswijzen
    punten = [punt for punt, _ in index.punten.values()]
    zonder = sum(w.herkomst in ZONDER_VERZOEK for w in index.wijzigingen.values())
    te_laat = sum(z.binnen_termijn == "nee" for z in zienswijzen)
    minderheid = sum(bool(punt.minderheid) for punt in punten)
    alle = len(index.wijzigingen)
    return NotaView(
        beantwoorder=index.regio.beantwoorder if beantwoord(punten) else "",
        telling=zienswijzen_met_punten(len(zienswijzen), len(punten)),
        geleid=geleid(index, punten),
        balk=uitkomst_balk(punten),
        te_laat=aantal(te_laat, "reactie", "reacties") if te_laat else "",
        minderheid=aantal(minderheid, "punt", "punten") if minderheid else "",
        hoofdstukken=tuple(_hoofdstuk(index, slug) for slug in slugs(index)),
        antwoorden=_als(len(index.antwoorden), "antwoord", "antwoorden"),
        zonder_verzoek=_als(zonder, "wijziging", "wijzigingen"),
        wijzigingen=_als(alle, "wijziging", "wijzigingen"),
        groepen=_groepen(index),
        open=len(zienswijzen) <= OPEN_TOT,
        voorbeeld=any(z.voorbeeld for z in zienswijzen),
    )


def onderdeel(index: Index, slug: str, blad: int = 1) -> NotaOnderdeelView:
    """The answers about one onderdeel, or one page of them."""
    alle = slugs(index)
    plaats = alle.index(slug)
    aantal_bladen = bladen(index, slug)
    naam_hier = naam(index, slug)
    return NotaOnderdeelView(
        onderdeel=nota_onderdeel(index, slug, adres.nota_onderdeel(slug, blad=blad), blad),
        blad=blad,
        bladen=tuple(
            Link(adres.nota_onderdeel(slug, blad=n), f"Deel {n}")
            for n in range(1, aantal_bladen + 1)
            if aantal_bladen > 1
        ),
        vorige=_link(index, alle[plaats - 1]) if plaats else None,
        volgende=_link(index, alle[plaats + 1]) if plaats + 1 < len(alle) else None,
        kruimel=naam_hier if blad == 1 else f"Deel {blad}",
        kruimels=(KRUIMEL,) if blad == 1 else (KRUIMEL, _link(index, slug)),
    )


def antwoorden(index: Index, pagina: str = adres.NOTA_ANTWOORDEN) -> AntwoordenView:
    """All thematic answers, as they stand on the page ``pagina``."""
    alle = tuple(_antwoord(index, record, pagina) for record in index.antwoorden.values())
    return AntwoordenView(aantal(len(alle), "antwoord", "antwoorden"), alle)


def _als(getal: int, enkelvoud: str, meervoud: str) -> str:
    return aantal(getal, enkelvoud, meervoud) if getal else ""


def _link(index: Index, slug: str) -> Link:
    return Link(adres.nota_onderdeel(slug), naam(index, slug))


def _hoofdstuk(index: Index, slug: str) -> Hoofdstuk:
    paren = index.punten_van_onderdeel[slug]
    punten = [punt for punt, _ in paren]
    uitkomsten = tel_punten(punten).partition(": ")[2]
    return Hoofdstuk(_link(index, slug), tel(paren), uitkomst_balk(punten), uitkomsten)


def _groepen(index: Index) -> tuple[IndexGroep, ...]:
    """The zienswijzen by kind of their first indiener; a joint one stands once."""
    per_soort: dict[str, list[Zienswijze]] = defaultdict(list)
    for zienswijze in index.project.zienswijzen:
        eerste = next((i for i in zienswijze.indieners if i in index.indieners), "")
        per_soort[index.indieners[eerste].soort if eerste else ""].append(zienswijze)
    return tuple(
        IndexGroep(
            anker=f"indieners-{soort}",
            titel=titel,
            telling=aantal(len(per_soort[soort]), "zienswijze", "zienswijzen"),
            rijen=tuple(_rij(index, zienswijze) for zienswijze in per_soort[soort]),
        )
        for soort, titel in SOORTEN_INDIENER.items()
        if soort in per_soort
    )


def _rij(index: Index, zienswijze: Zienswijze) -> IndexRij:
    laat = zienswijze.binnen_termijn in ("nee", "uitstel")
    return IndexRij(
        id=zienswijze.id,
        href=adres.zienswijze(zienswijze.id),
        indieners=index.indiener_links(zienswijze),
        soort=SOORTEN_ZIENSWIJZE[zienswijze.soort],
        ontvangen=str(zienswijze.ontvangen),
        termijn=BINNEN_TERMIJN[zienswijze.binnen_termijn] if laat else "",
        telling=aantal(len(zienswijze.punten), "punt", "punten"),
        verwijzingen=_verwijzingen(index, zienswijze),
        voorbeeld=zienswijze.voorbeeld,
    )


def _verwijzingen(index: Index, zienswijze: Zienswijze) -> tuple[IndexVerwijzing, ...]:
    per_onderdeel: dict[str, list[str]] = defaultdict(list)
    for punt in zienswijze.punten:
        per_onderdeel[punt.plaats.onderdeel if punt.plaats else ""].append(punt.id)
    volgorde = [slug for slug in (*index.onderdeel_namen, "") if slug in per_onderdeel]
    return tuple(
        IndexVerwijzing(
            _link(index, slug),
            tuple(Link(punt_adres(index, p), p) for p in per_onderdeel[slug]),
        )
        for slug in volgorde
    )


def _antwoord(index: Index, record: Antwoord, pagina: str) -> NotaAntwoord:
    paren = index.punten_van_antwoord.get(record.id, ())
    view = antwoord_view(index, record.id, pagina)
    assert view is not None
    return NotaAntwoord(
        id=view.id,
        anker=view.anker,
        titel=view.titel,
        inhoud=view.inhoud,
        telling=tel(paren),
        balk=uitkomst_balk([punt for punt, _ in paren]),
        punten=tuple(
            AntwoordPunt(
                link=Link(adres.punt(punt.id), punt.id),
                href=punt_adres(index, punt.id),
                indieners=index.indiener_links(zienswijze),
                uitkomst=UITKOMSTEN[punt.uitkomst],
                bij=naam(index, punt.plaats.onderdeel if punt.plaats else ""),
                voorbeeld=punt.voorbeeld or zienswijze.voorbeeld,
            )
            for punt, zienswijze in paren
        ),
        voorbeeld=view.voorbeeld,
    )

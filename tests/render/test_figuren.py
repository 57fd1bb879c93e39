"""Pictures as shapes: everything fits, nothing is lost, and the same counts give the same lines."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regiovisie.render.figuren import rooster, staven, stromen
from regiovisie.render.figuren.tekst import TEKEN, passend, past

# --- words


def test_long_label_is_cut_at_a_word() -> None:
    """And fits."""
    assert passend("8 Afstemming tussen gemeente en regio", 20 * TEKEN) == "8 Afstemming …"
    assert passend("Kort", 100) == "Kort"


@given(st.text(alphabet="ab ", min_size=1, max_size=60), st.integers(30, 300))
def test_a_cut_label_fits(tekst: str, breedte: int) -> None:
    """Whatever it says."""
    assert len(passend(tekst, breedte)) * TEKEN <= breedte + 2 * TEKEN


def test_number_shows_only_where_it_fits() -> None:
    """A narrow part has no number; the table has."""
    assert past("7", 12)
    assert not past("700", 12)


# --- bars

RIJEN = [
    staven.Rij("4 Uitgangspunten", (("ja", 7), ("deels", 2), ("nee", 3))),
    staven.Rij("5 Principes", (("ja", 1), ("deels", 0))),
]


def test_longest_bar_takes_all_the_room() -> None:
    """And the others are on the same scale."""
    beeld = staven.maak_staven(RIJEN, staven.Maten(breedte=400, label=100, getal=60))
    lengten = [sum(s.breedte for s in staaf.segmenten) for staaf in beeld.staven]
    assert lengten == [pytest.approx(240, abs=0.5), pytest.approx(20, abs=0.5)]


def test_empty_parts_are_left_out() -> None:
    """No line for what did not happen."""
    beeld = staven.maak_staven(RIJEN, staven.Maten(400, 100))
    assert [s.soort for s in beeld.staven[1].segmenten] == ["ja"]


def test_labels_stand_above_the_bars_where_there_is_no_room_beside_them() -> None:
    """On a phone."""
    smal = staven.maak_staven(RIJEN, staven.Maten(340, label=0))
    assert all(staaf.label_y < staaf.y for staaf in smal.staven)
    assert smal.staven[0].segmenten[0].x == 0


@given(st.lists(st.lists(st.integers(0, 500), min_size=1, max_size=6), min_size=1, max_size=15))
def test_bars_stay_within_the_picture(getallen: list[list[int]]) -> None:
    """However uneven the counts."""
    rijen = [staven.Rij("x", tuple((f"s{i}", n) for i, n in enumerate(r))) for r in getallen]
    beeld = staven.maak_staven(rijen, staven.Maten(900, 290))
    for rij, staaf in zip(rijen, beeld.staven, strict=True):
        assert staaf.totaal == rij.totaal == sum(s.aantal for s in staaf.segmenten)
        assert all(s.x + s.breedte <= 900 - 40 + 0.2 for s in staaf.segmenten)
        assert staaf.y + beeld.staaf <= beeld.hoogte


# --- grid


@pytest.mark.parametrize(
    ("waarde", "trap"), [(None, 0), (0, 0), (1, 1), (5, 1), (6, 2), (40, 3), (41, 4), (100, 4)]
)
def test_shade_follows_the_share(waarde: int | None, trap: int) -> None:
    """In five steps, so that print keeps them apart."""
    assert rooster.trap(waarde) == trap


def test_every_cell_says_its_number() -> None:
    """Nothing hangs on the shade alone; what did not exist is a dash."""
    beeld = rooster.maak_rooster(
        ["0.2", "0.3"], [rooster.Rij("1 Inleiding", (4, None))], rooster.Maten(900, 300)
    )
    assert [cel.tekst for cel in beeld.stroken[0].cellen] == ["4%", "–"]


def test_grid_grows_with_many_versions() -> None:
    """Cells stay wide enough for their number; the page scrolls."""
    kolommen = [f"0.{n}" for n in range(1, 20)]
    rij = rooster.Rij("1 Inleiding", tuple([5] * 19))
    beeld = rooster.maak_rooster(kolommen, [rij], rooster.Maten(340, 0))
    assert beeld.breedte == 19 * 44
    assert beeld.kolom >= 40


# --- flows

KOLOMMEN = (
    [stromen.Knoop("raad", "Gemeenteraden"), stromen.Knoop("adv", "Adviesraden")],
    [stromen.Knoop("ja", "overgenomen", "ja"), stromen.Knoop("nee", "niet", "nee")],
    [stromen.Knoop("a", "1 Inleiding"), stromen.Knoop("b", "2 Pijlers"), stromen.Knoop("c", "3")],
)
MATEN = stromen.Maten(
    900,
    (
        stromen.Kolom(180, 170, "end", 170),
        stromen.Kolom(420, 440, "start", 160),
        stromen.Kolom(640, 660, "start", 240),
    ),
)

paden = st.dictionaries(
    st.tuples(
        st.sampled_from(["raad", "adv"]), st.sampled_from(["ja", "nee"]), st.sampled_from("abc")
    ),
    st.integers(1, 2000),
    min_size=1,
)


@given(paden)
def test_nothing_is_lost_between_the_columns(paden: dict[tuple[str, ...], int]) -> None:
    """What leaves a node is what reaches it, and each column holds all points."""
    beeld = stromen.maak_stromen(KOLOMMEN, paden, MATEN)
    per_kolom: Counter[int] = Counter()
    for vak in beeld.vakken:
        per_kolom[vak.x] += vak.aantal
    assert set(per_kolom.values()) == {sum(paden.values())}
    assert sum(band.aantal for band in beeld.banden) == 2 * sum(paden.values())


@given(paden)
def test_nodes_keep_clear_of_each_other(paden: dict[tuple[str, ...], int]) -> None:
    """None lower than its label, none over another, all within the picture."""
    beeld = stromen.maak_stromen(KOLOMMEN, paden, MATEN)
    for x in {vak.x for vak in beeld.vakken}:
        vakken = [vak for vak in beeld.vakken if vak.x == x]
        assert all(vak.hoogte >= MATEN.laagst for vak in vakken)
        for boven, onder in pairwise(vakken):
            assert onder.y - (boven.y + boven.hoogte) >= MATEN.tussen - 0.2
        assert vakken[-1].y + vakken[-1].hoogte <= beeld.hoogte + 1


@given(paden)
def test_bands_fill_their_nodes(paden: dict[tuple[str, ...], int]) -> None:
    """The first band of a node begins at its top; coordinates are rounded."""
    beeld = stromen.maak_stromen(KOLOMMEN, paden, MATEN)
    assert beeld == stromen.maak_stromen(KOLOMMEN, dict(reversed(paden.items())), MATEN)
    for band in beeld.banden:
        assert all(len(n.partition(".")[2]) <= 1 for n in re.findall(r"[\d.]+", band.pad))


def test_band_is_drawn_as_its_uitkomst() -> None:
    """On both sides of it."""
    beeld = stromen.maak_stromen(KOLOMMEN, {("raad", "nee", "b"): 3}, MATEN)
    assert [(b.van, b.naar, b.aantal, b.soort) for b in beeld.banden] == [
        ("Gemeenteraden", "niet", 3, "nee"),
        ("niet", "2 Pijlers", 3, "nee"),
    ]
    assert [vak.label for vak in beeld.vakken] == ["Gemeenteraden (3)", "niet (3)", "2 Pijlers (3)"]


def test_nothing_to_draw() -> None:
    """Is no mistake."""
    assert stromen.maak_stromen(KOLOMMEN, {}, MATEN).banden == ()
    assert staven.maak_staven([], staven.Maten(900, 200)).staven == ()

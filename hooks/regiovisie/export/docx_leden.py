"""What a Word file is made of, in order: each paragraph or row with its changed stretches.

De hulp is licht → thuis.   one `Lid`: "=" De hulp is, "-" licht, "+" thuis, "=" .
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from regiovisie.diff.history import PlacedBlock
from regiovisie.export.docx_regel import Deel, Teken
from regiovisie.herkomst.dossier import Dossier
from regiovisie.model import Block, Frame

FrameKey = tuple[str, str, int]


@dataclass(frozen=True, slots=True)
class Lid:
    """One paragraph or row."""

    delen: tuple[Deel, ...]
    placed: tuple[PlacedBlock, ...]
    """The block in the old text, then that in the new, as far as it is there."""
    einde: Teken = "="
    """Whether the paragraph itself came or went."""
    verplaatsing: str = ""

    @property
    def eerste(self) -> PlacedBlock:
        """The block that says what kind of paragraph it is: the newest."""
        return self.placed[-1]

    @property
    def block(self) -> Block:
        """The same without its place."""
        return self.eerste.block

    def only(self, teken: Teken) -> Lid | None:
        """The old (``-``) or the new (``+``) block as a whole; None where there is none."""
        wanted = [p for p in self.placed if any(d.block is p.block for d in self.delen)]
        if self.einde in "-<":
            wanted = wanted if teken == "-" else []
        elif self.einde in "+>":
            wanted = wanted if teken == "+" else []
        elif len(self.placed) == 2:
            wanted = [self.placed[0 if teken == "-" else 1]]
        names = tuple(dict.fromkeys(n for d in self.delen for n in d.wijzigingen))
        return geheel(wanted[0], teken, names) if wanted else None


@dataclass
class Leden:
    """All of a file."""

    tekst: list[Lid] = field(default_factory=list)
    noten: list[Lid] = field(default_factory=list)
    plek: dict[int, PlacedBlock] = field(default_factory=dict)
    """Identity of a block → where it stands."""
    bestanden: dict[int, frozenset[str]] = field(default_factory=dict)
    """Version → its file names."""
    titels: set[int] = field(default_factory=set)
    """Identities of the blocks that are the title of a box."""
    van: int | None = None
    """The old version of a pair."""
    same: dict[FrameKey, FrameKey] = field(default_factory=dict)
    """List or table of the old text → the same one in the new."""

    def key_of(self, placed: PlacedBlock, frame: Frame) -> FrameKey:
        """What tells a list or a table apart from others, in both texts."""
        key = frame_key(placed, frame)
        return self.same.get(key, key)

    def know(self, blocks: Sequence[PlacedBlock]) -> None:
        """Take note of the blocks of a version."""
        seen: set[FrameKey] = set()
        names: set[str] = set()
        for placed in blocks:
            self.plek[id(placed.block)] = placed
            names.add(placed.onderdeel.bestand)
            for frame in placed.block.path:
                classes = dict(frame.attrs).get("class", "").split()
                key = frame_key(placed, frame)
                if frame.tag == "div" and classes[:1] == ["admonition"] and key not in seen:
                    self.titels.add(id(placed.block))
                seen.add(key)
        if blocks:
            self.bestanden[blocks[0].version] = frozenset(names)

    def add(self, lid: Lid) -> None:
        """One more paragraph, in the text or among the notes."""
        (self.noten if lid.block.kind == "footnote" else self.tekst).append(lid)


def frame_key(placed: PlacedBlock, frame: Frame) -> FrameKey:
    """What tells a container apart from all others."""
    return str(placed.version), placed.onderdeel.slug, frame.key


def leden_of_version(dossier: Dossier, versie: str) -> Leden:
    """One version: nothing changed."""
    leden = Leden()
    blocks = dossier.history.blocks[dossier.index(versie)]
    leden.know(blocks)
    for placed in blocks:
        leden.add(Lid((Deel("=", placed.block, 0, len(placed.block.text)),), (placed,)))
    return leden


def geheel(
    placed: PlacedBlock, teken: Teken, names: tuple[str, ...], verplaatsing: str = ""
) -> Lid:
    """A block that went or came as one."""
    deel = Deel(teken, placed.block, 0, len(placed.block.text), names)
    return Lid((deel,), (placed,), teken, verplaatsing)

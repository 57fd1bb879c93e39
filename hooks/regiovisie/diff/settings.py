"""Every threshold of the comparing, with its meaning and range.

Limits are sizes, never seconds: the same texts give the same result on any machine.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AlignSettings:
    """When two blocks are the same block."""

    pair_similarity: float = 0.45
    """From which share of common words (0-1) two blocks in one place are one block."""
    row_similarity: float = 0.3
    """The same for table rows, which are short and repeat their cells."""
    move_similarity: float = 0.6
    """The same for blocks that stand in different places."""
    short_move_similarity: float = 0.75
    """The same for short blocks, of which a few common words prove little."""
    move_evidence: float = 0.35
    """The same share for them with each word weighed by its length, and less where many of the
    blocks left over hold it: a sentence of the same form about something else stays below."""
    weak_similarity: float = 0.65
    """Blocks in one place that are less alike than this give way to a sure pair elsewhere."""
    sure_similarity: float = 0.75
    """From which share of common words, counted and weighed, two blocks elsewhere are sure."""
    rewritten_similarity: float = 0.2
    """The same for a block that stands alone between the same neighbours in both versions."""
    split_share: float = 0.6
    """Which share of its words (0-1) each part of a split block takes from the whole."""
    most_parts: int = 4
    """Into how many blocks one block is split at most."""
    gap_limit: int = 40_000
    """Above this product of block counts a gap is paired by identical blocks only."""
    move_words: int = 4
    """Fewer words than this do not make a move that is recognised by likeness."""


@dataclass(frozen=True, slots=True)
class DisplaySettings:
    """How a change is shown. No display setting ever changes a cause."""

    island_words: int = 2
    """Unchanged runs of at most this many common words between two changes join them."""
    scrap_share: float = 1.0
    """Kept words join two changes when they are at most this share (0-2) of the smaller one; 0
    leaves them as they are."""
    density: float = 0.6
    """Above this changed share (0-1) of a block it is shown as old block and new block."""


WORD_LIMIT = 4_000_000
"""Above this product of token counts, words are compared between unique words only."""

ALIGN = AlignSettings()
DISPLAY = DisplaySettings()

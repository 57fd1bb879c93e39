"""What people do to a text, done to a made document, with a record of it.

    Edit("zin vervallen", weg=(alinea 7), bij=(alinea 7 without the sentence), …)

An edit takes out pieces that follow one another and puts pieces in somewhere. So the record
is enough to make the new document from the old one (`apply`) and the old from the new
(`undo`), and to know which paragraphs moved.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from benchmark.document import Document, Piece, Writer, word_count


@dataclass(frozen=True, slots=True)
class Edit:
    """One edit. ``stond_na`` and ``komt_na`` are keys of the pieces just before."""

    soort: str
    weg: Document
    bij: Document
    stond_na: int
    komt_na: int

    @property
    def is_move(self) -> bool:
        """Whether a piece went to another place."""
        return self.soort.startswith("alinea verplaatst")


def apply(document: Document, edit: Edit) -> Document:
    """The document after the edit; raises ValueError when it does not fit."""
    return _put(_taken(document, edit.weg), edit.bij, edit.komt_na)


def undo(document: Document, edit: Edit) -> Document:
    """The document before the edit; raises ValueError when it does not fit."""
    return _put(_taken(document, edit.bij), edit.weg, edit.stond_na)


def _taken(document: Document, pieces: Document) -> Document:
    if not pieces:
        return document
    at = document.index(pieces[0])
    if document[at : at + len(pieces)] != pieces:
        raise ValueError("these pieces do not follow one another")
    return document[:at] + document[at + len(pieces) :]


def _put(document: Document, pieces: Document, after: int) -> Document:
    at = next((n for n, piece in enumerate(document, 1) if piece.key == after), None)
    if at is None:
        raise ValueError(f"there is no piece {after}")
    return document[:at] + pieces + document[at:]


def edited(document: Document, writer: Writer, share: float) -> tuple[Document, tuple[Edit, ...]]:
    """Edit until about ``share`` of all words is touched; gives the new text and the record."""
    editor = Editor(document, writer)
    target = share * 2 * word_count(document)
    touched = 0
    while touched < target:
        edit = editor.next()
        if edit is not None:
            touched += size(edit)
    return editor.document, tuple(editor.edits)


def size(edit: Edit) -> int:
    """About how many words an edit takes out and puts in."""
    if edit.is_move:
        return word_count(edit.weg) + word_count(edit.bij)
    old, new = _words(edit.weg), _words(edit.bij)
    return max(1, (old - new).total() + (new - old).total())


def _words(pieces: Iterable[Piece]) -> Counter[str]:
    return Counter(word for piece in pieces for word in piece.text.split())


def moved_keys(edits: Sequence[Edit], old: Document, new: Document) -> frozenset[int]:
    """The paragraphs that moved and are still, for the most part, what they were."""
    before = {piece.key: piece for piece in old}
    after = {piece.key: piece for piece in new}
    moved = {edit.bij[0].key for edit in edits if edit.is_move}
    return frozenset(
        key
        for key in moved
        if key in before and key in after and _alike(before[key], after[key]) >= 0.7
    )


def _alike(one: Piece, other: Piece) -> float:
    a, b = _words([one]), _words([other])
    return 2 * (a & b).total() / (a.total() + b.total())


class Editor:
    """Makes one edit after another. A kind that finds no place for itself makes none."""

    def __init__(self, document: Document, writer: Writer) -> None:
        self.document = document
        self.writer = writer
        self.rng = writer.rng
        self.edits: list[Edit] = []
        kinds: tuple[tuple[Callable[[], Edit | None], int], ...] = (
            (self._word, 16),
            (self._words, 12),
            (self._sentence_rewritten, 14),
            (self._sentence_inserted, 12),
            (self._sentence_dropped, 6),
            (self._paragraph_inserted, 10),
            (self._paragraph_dropped, 7),
            (self._section_inserted, 2),
            (self._moved, 3),
            (self._moved_and_edited, 2),
            (self._split, 3),
            (self._joined, 3),
            (self._item, 6),
            (self._row, 3),
            (self._cell, 3),
            (self._column, 1),
            (self._renumbered, 1),
        )
        self._kinds = [kind for kind, _ in kinds]
        self._weights = [weight for _, weight in kinds]

    def next(self) -> Edit | None:
        """One edit, done and recorded."""
        edit = self.rng.choices(self._kinds, self._weights)[0]()
        if edit is not None:
            self.document = apply(self.document, edit)
            self.edits.append(edit)
        return edit

    # Choosing a place. Pieces are drawn until one fits, a bounded number of times.

    def _pick(self, fits: Callable[[int], bool]) -> int | None:
        for _ in range(60):
            at = self.rng.randrange(1, len(self.document))
            if fits(at):
                return at
        return None

    def _is_prose(self, at: int, sentences: int = 1) -> bool:
        """Whether a paragraph of its own words stands here: no boilerplate."""
        piece = self.document[at]
        long_enough = len(piece.parts) >= sentences and len(piece.text.split()) >= 8
        return piece.soort == "alinea" and long_enough

    def _is_open(self, at: int) -> bool:
        """Whether a paragraph can be put behind the piece that stands here."""
        group = self.document[at].group
        following = self.document[at + 1 : at + 2]
        return not (group and following and following[0].group == group)

    def _group(self, at: int) -> tuple[int, Document]:
        group = self.document[at].group
        run = [n for n, piece in enumerate(self.document) if piece.group == group]
        return run[0], self.document[run[0] : run[-1] + 1]

    # Writing an edit down.

    def _replaced(self, soort: str, at: int, weg: int, bij: Sequence[Piece]) -> Edit:
        before = self.document[at - 1].key
        return Edit(soort, self.document[at : at + weg], tuple(bij), before, before)

    def _rewritten(self, soort: str, at: int, parts: Sequence[str]) -> Edit:
        return self._replaced(soort, at, 1, [replace(self.document[at], parts=tuple(parts))])

    def _with_words(self, soort: str, at: int, number: int) -> Edit:
        parts = list(self.document[at].parts)
        where = self.rng.randrange(len(parts))
        parts[where] = self._reworded(parts[where], number)
        return self._rewritten(soort, at, parts)

    def _reworded(self, sentence: str, number: int) -> str:
        """The sentence with some words in a row replaced, put in or left out."""
        words = sentence.split(" ")
        number = min(number, len(words) - 1)
        start = self.rng.randrange(len(words) - number)
        end = start + self.rng.choice((number, number, number, 0))
        new = [self.writer.language.word(self.rng) for _ in range(number)]
        # Not at the start: a year with its full stop would begin a numbered list there.
        if 0 < start < end and self.rng.random() < 0.15:
            new = []
        if not start and new:
            new[0] = new[0].capitalize()
        return " ".join([*words[:start], *new, *words[end:]])

    # The kinds.

    def _word(self) -> Edit | None:
        at = self._pick(self._is_prose)
        return None if at is None else self._with_words("woord", at, 1)

    def _words(self) -> Edit | None:
        at = self._pick(self._is_prose)
        return None if at is None else self._with_words("woorden", at, self.rng.randint(2, 5))

    def _sentence_rewritten(self) -> Edit | None:
        at = self._pick(self._is_prose)
        if at is None:
            return None
        parts = list(self.document[at].parts)
        where = self.rng.randrange(len(parts))
        kept = parts[where].split(" ")[: self.rng.choice((0, 0, 3))]
        new = self.writer.language.sentence(self.rng)
        parts[where] = " ".join([*kept, new[0].lower() + new[1:]]) if kept else new
        return self._rewritten("zin herschreven", at, parts)

    def _sentence_inserted(self) -> Edit | None:
        at = self._pick(self._is_prose)
        if at is None:
            return None
        parts = list(self.document[at].parts)
        parts.insert(self.rng.randint(0, len(parts)), self.writer.language.sentence(self.rng))
        return self._rewritten("zin toegevoegd", at, parts)

    def _sentence_dropped(self) -> Edit | None:
        at = self._pick(lambda n: self._is_prose(n, 2))
        if at is None:
            return None
        parts = list(self.document[at].parts)
        del parts[self.rng.randrange(len(parts))]
        return self._rewritten("zin vervallen", at, parts)

    def _paragraph_inserted(self) -> Edit | None:
        at = self._pick(self._is_open)
        if at is None:
            return None
        return self._replaced("alinea toegevoegd", at + 1, 0, [self.writer.paragraph(2)])

    def _section_inserted(self) -> Edit | None:
        at = self._pick(self._is_open)
        if at is None:
            return None
        writer = self.writer
        new = [writer.heading(3), *(writer.paragraph(2) for _ in range(self.rng.randint(2, 4)))]
        return self._replaced("paragraaf toegevoegd", at + 1, 0, new)

    def _paragraph_dropped(self) -> Edit | None:
        at = self._pick(self._is_prose)
        return None if at is None else self._replaced("alinea vervallen", at, 1, [])

    def _moved(self) -> Edit | None:
        at = self._pick(lambda n: self._is_prose(n, 2))
        return None if at is None else self._move("alinea verplaatst", at, self.document[at].parts)

    def _moved_and_edited(self) -> Edit | None:
        at = self._pick(lambda n: self._is_prose(n, 2))
        if at is None:
            return None
        parts = list(self.document[at].parts)
        parts[0] = self._reworded(parts[0], 2)
        return self._move("alinea verplaatst en bewerkt", at, parts)

    def _move(self, soort: str, at: int, parts: Sequence[str]) -> Edit | None:
        """Well away, so that it is this paragraph that moved and not those around it."""
        to = self._pick(lambda n: abs(n - at) >= 10 and self._is_open(n))
        if to is None:
            return None
        piece = self.document[at]
        bij = (replace(piece, parts=tuple(parts)),)
        return Edit(soort, (piece,), bij, self.document[at - 1].key, self.document[to].key)

    def _split(self) -> Edit | None:
        at = self._pick(lambda n: self._is_prose(n, 3))
        if at is None:
            return None
        piece = self.document[at]
        where = self.rng.randrange(1, len(piece.parts))
        first = replace(piece, parts=piece.parts[:where])
        second = replace(piece, parts=piece.parts[where:], key=self.writer.number())
        return self._replaced("alinea gesplitst", at, 1, [first, second])

    def _joined(self) -> Edit | None:
        last = len(self.document) - 1
        at = self._pick(lambda n: n < last and self._is_prose(n) and self._is_prose(n + 1))
        if at is None:
            return None
        first, second = self.document[at : at + 2]
        joined = replace(first, parts=first.parts + second.parts)
        return self._replaced("alinea's samengevoegd", at, 2, [joined])

    def _item(self) -> Edit | None:
        at = self._pick(lambda n: self.document[n].soort == "punt")
        if at is None:
            return None
        item = self.document[at]
        what = self.rng.choice(("toegevoegd", "vervallen", "bewerkt"))
        if what == "bewerkt":
            return self._with_words("punt bewerkt", at, 2)
        if what == "vervallen" and len(self._group(at)[1]) > 2:
            return self._replaced("punt vervallen", at, 1, [])
        new = self.writer.item(item.group, item.level, item.start)
        return self._replaced("punt toegevoegd", at + 1, 0, [new])

    def _row(self) -> Edit | None:
        at = self._pick(self._is_body_row)
        if at is None:
            return None
        row = self.document[at]
        if self.rng.random() < 0.4 and len(self._group(at)[1]) > 4:
            return self._replaced("rij vervallen", at, 1, [])
        new = self.writer.row(row.group, row.columns)
        return self._replaced("rij toegevoegd", at + 1, 0, [new])

    def _is_body_row(self, at: int) -> bool:
        row = self.document[at]
        return row.soort == "rij" and self.document[at - 1].group == row.group

    def _cell(self) -> Edit | None:
        at = self._pick(self._is_body_row)
        if at is None:
            return None
        parts = list(self.document[at].parts)
        parts[self.rng.randrange(len(parts))] = self.writer.language.phrase(self.rng)
        return self._rewritten("cel", at, parts)

    def _column(self) -> Edit | None:
        at = self._pick(self._is_body_row)
        if at is None:
            return None
        first, rows = self._group(at)
        width = len(rows[0].columns)
        where = self.rng.randrange(width)
        if width > 3 and self.rng.random() < 0.4:
            new = [_without_column(row, where) for row in rows]
            return self._replaced("kolom vervallen", first, len(rows), new)
        column = self.writer.number()
        new = [
            _with_column(row, where, column, self.writer.language.phrase(self.rng)) for row in rows
        ]
        return self._replaced("kolom toegevoegd", first, len(rows), new)

    def _renumbered(self) -> Edit | None:
        at = self._pick(lambda n: self.document[n].start > 0)
        if at is None:
            return None
        first, items = self._group(at)
        new = [replace(item, start=item.start + 1) for item in items]
        return self._replaced("lijst hernummerd", first, len(items), new)


def _with_column(row: Piece, where: int, column: int, cell: str) -> Piece:
    parts = (*row.parts[:where], cell, *row.parts[where:])
    return replace(row, parts=parts, columns=(*row.columns[:where], column, *row.columns[where:]))


def _without_column(row: Piece, where: int) -> Piece:
    parts = row.parts[:where] + row.parts[where + 1 :]
    return replace(row, parts=parts, columns=row.columns[:where] + row.columns[where + 1 :])

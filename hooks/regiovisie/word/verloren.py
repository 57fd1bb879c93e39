"""Whether a text says what the Word file says: the last check on reading and writing it."""

from __future__ import annotations

import unicodedata

from regiovisie.model import Block
from regiovisie.text.blocks import parse_onderdeel
from regiovisie.word.inhoud import Inhoud, Kant, alineas
from regiovisie.word.markdown import Bekend, Geschreven, Schrijver, woorden_van
from regiovisie.word.staten import stand_alineas


def verloren_woorden(
    inhoud: Inhoud, kant: Kant, bekend: Bekend, geschreven: Geschreven
) -> list[str]:
    """Names of the files whose words are not those of the Word file: a fault of the program."""
    schrijver = Schrijver(inhoud, kant, bekend)
    wrong = []
    for deel, (name, text) in zip(schrijver.delen, geschreven.bestanden, strict=True):
        notes = [
            s.tekst
            for a in (deel.kop, *alineas(deel.blokken))
            for s in a.stukken
            if s.soort == "noot"
        ]
        read = [deel.kop, *alineas(deel.blokken)]
        first: dict[str, str] = {}
        for key in notes:
            first.setdefault(schrijver.labels.get(key, key), key)
        for key in first.values():
            read += stand_alineas(inhoud.noten.get(key, []), kant)
        told = "".join(woorden_van(alinea) for alinea in read)
        if _bare(told) != _bare("".join(map(_all_words, parse_onderdeel(name, text).blocks))):
            wrong.append(name)
    return wrong


def _all_words(block: Block) -> str:
    return block.label + block.words


def _bare(words: str) -> str:
    normal = unicodedata.normalize("NFC", words)
    return "".join(c for c in normal if not c.isspace() and c not in "\u00ad\u200b\u2060\ufeff")

"""Sentences that look like Dutch policy, from a seed.

    rng = Random(1)
    Language().sentence(rng)    "De gemeente werkt aan passende zorg, zodat het plan …"

What matters to a comparison is kept true to life: a few small words stand everywhere, most
words are rare (Zipf), sentences share their build, and here and there stand a date, an
amount or an article of law.
"""

from __future__ import annotations

from functools import cached_property
from itertools import accumulate
from random import Random

STEMS = """
    zorg wijk huis school buurt werk jeugd gezin regio plan beleid subsidie inkoop kwaliteit
    team toegang vraag steun hulp samenleving gezondheid preventie budget rapport afspraak
    norm doel gebied verkeer water bodem natuur energie warmte woning grond bouw markt haven
    veiligheid brand politie sport cultuur kunst bibliotheek muziek vrijwilliger bestuur raad
    college commissie overleg dienst loket burger inwoner ouder kind leerling docent arts
    cliënt patiënt aanbieder partner netwerk keten project proces data systeem privacy
    toezicht controle meting cijfer trend kans risico crisis herstel groei krimp ruimte
    """.split()  # noqa: SIM905 - a list of words reads as words

ADJECTIVES = """
    goede passende tijdige nieuwe lokale regionale brede sterke gezonde veilige duidelijke
    eerlijke gezamenlijke specialistische lichte zware kwetsbare jonge oudere snelle open
    betaalbare bereikbare duurzame vaste tijdelijke landelijke gemeentelijke wettelijke
    vrijwillige professionele persoonlijke digitale financiële jaarlijkse blijvende
    """.split()  # noqa: SIM905 - as above

VERBS = """
    organiseert versterkt verbetert bewaakt ondersteunt regelt toetst bespreekt volgt
    betaalt vergoedt bepaalt beschrijft verdeelt deelt meet levert vraagt biedt kiest
    houdt zoekt bouwt stuurt beperkt vergroot verkleint evalueert herziet
    """.split()  # noqa: SIM905 - as above

CLAUSES = (
    "de {z} {w} de {b} {z} voor {z} en {z}",
    "het college {w} samen met de {z} een {b} {z}",
    "elke {z} {w} de {z} van de {b} {z} in de regio",
    "de {b} {z} van het {z} {w} ook de {z}",
    "wie een {z} heeft, {w} de {z} bij het {b} {z}",
    "de gemeenten maken met de {z} afspraken over {b} {z} en over de {z}",
    "een {b} {z} is er voor {z}, {z} en {z}",
    "er is te weinig {z} om de {b} {z} op tijd te bereiken",
    "in de {z} staat wat de {z} van {b} {z} verwacht",
)
LINKS = (", zodat ", ", omdat ", ", maar ", " en ", "; daarbij geldt dat ", " als ", ", waarbij ")
FACTS = (
    "Dit geldt vanaf {d} {m} {j}.",
    "Hiervoor is € {n}.{n}0,- per jaar beschikbaar.",
    "De grondslag is artikel {k}.{k}, tweede lid, van de wet.",
    "In {j} was dit {k},{k}% van het totaal.",
    "Zie ook de {z} van {d} {m} {j}.",
)
BOILERPLATE = (
    "Vervallen.",
    "Zie de begrippenlijst.",
    "Niet van toepassing.",
    "De gemeenten voeren dit gezamenlijk uit.",
)
MONTHS = ("januari", "maart", "mei", "juli", "september", "november")

FREQUENT = frozenset(
    """
    aan al als bij daar dan dat de deze die dit door een en er het hier hun in is maar met na
    naar niet nog of om ook op over samen te tot uit van voor waarbij wat wie wordt worden zal
    ze zijn zo zodat omdat
    """.split()  # noqa: SIM905 - as above
)
"""Small words that stand everywhere: kept alone inside a rewritten sentence they are confetti."""


class Language:
    """Draws words and sentences. Rank ``r`` of a list is drawn with weight ``1 / r``."""

    @cached_property
    def nouns(self) -> tuple[str, ...]:
        """Plain nouns first, compounds after them: thousands that are hardly ever used."""
        compounds = [a + b for step in range(1, 30) for a, b in self._neighbours(step)]
        return (*STEMS, *compounds)

    @staticmethod
    def _neighbours(step: int) -> list[tuple[str, str]]:
        return [(a, STEMS[(i * 7 + step) % len(STEMS)]) for i, a in enumerate(STEMS)]

    @cached_property
    def _noun_weights(self) -> list[float]:
        return zipf(len(self.nouns))

    def noun(self, rng: Random) -> str:
        """One noun, mostly a frequent one."""
        return rng.choices(self.nouns, cum_weights=self._noun_weights)[0]

    def word(self, rng: Random) -> str:
        """A word that can take the place of another."""
        return self.noun(rng) if rng.random() < 0.7 else rng.choice(ADJECTIVES)

    def sentence(self, rng: Random) -> str:
        """One sentence of 8 to 30 words; now and then a short one that states a fact."""
        if rng.random() < 0.08:
            return self._filled(rng, rng.choice(FACTS))
        clauses = [self._filled(rng, rng.choice(CLAUSES)) for _ in range(rng.choice((1, 1, 2)))]
        text = rng.choice(LINKS).join(clauses)
        return text[0].upper() + text[1:] + "."

    def title(self, rng: Random) -> str:
        """A heading."""
        first = rng.choice(ADJECTIVES).capitalize()
        return f"{first} {self.noun(rng)} en {self.noun(rng)}"

    def phrase(self, rng: Random) -> str:
        """What stands in a table cell: a few words, or a number."""
        if rng.random() < 0.4:
            return str(rng.randrange(10, 5000))
        return " ".join([rng.choice(ADJECTIVES), self.noun(rng)][rng.randrange(2) :])

    def _filled(self, rng: Random, pattern: str) -> str:
        draw = {
            "z": lambda: self.noun(rng),
            "b": lambda: rng.choice(ADJECTIVES),
            "w": lambda: rng.choice(VERBS),
            "d": lambda: str(rng.randrange(1, 29)),
            "m": lambda: rng.choice(MONTHS),
            "j": lambda: str(rng.randrange(2015, 2032)),
            "n": lambda: str(rng.randrange(10, 99)),
            "k": lambda: str(rng.randrange(1, 10)),
        }
        head, *rest = pattern.split("{")
        return head + "".join(draw[part[0]]() + part[2:] for part in rest)


def zipf(count: int) -> list[float]:
    """Cumulative weights of ranks 1 to ``count``."""
    return list(accumulate(1 / rank for rank in range(1, count + 1)))

"""The words on screen for what the registers call by a code: one table per concept.

The codes are those of the registers; the tones are names of CSS modifiers.
"""

from __future__ import annotations

from regiovisie.render.views.basis import Label

UITKOMSTEN = {
    label.code: label
    for label in (
        Label("overgenomen", "overgenomen", "ja"),
        Label("deels", "gedeeltelijk overgenomen", "deels"),
        Label("niet", "niet overgenomen", "nee"),
        Label("al-verwerkt", "stond al in de tekst", "info", meer="stonden al in de tekst"),
        Label("uitvoering", "naar de uitvoeringsagenda", "info"),
        Label("lokaal", "voor de gemeente zelf", "info"),
        Label("beantwoord", "vraag beantwoord", "info", meer="vragen beantwoord"),
        Label("kennisgeving", "voor kennisgeving aangenomen", ""),
        Label("onbekend", "antwoord niet openbaar", "open", meer="antwoorden niet openbaar"),
        Label("open", "nog niet beoordeeld", "open"),
    )
}
"""Uitkomsten in the order in which pages count them."""

HERKOMSTEN = {
    label.code: label
    for label in (
        Label("zienswijze", "zienswijze", "info", "na een zienswijze", "na een zienswijze"),
        Label("advies", "advies", "info", "na een advies", "na een advies"),
        Label("inspraak", "inspraak", "info", "na inspraak", "na inspraak"),
        Label("ambtshalve", "ambtshalve", "deels", "door de regio zelf", "door de regio zelf"),
        Label("redactioneel", "redactioneel", "", "alleen taal of opmaak", "alleen taal of opmaak"),
        Label("wetswijziging", "wetswijziging", "deels", "door een wet", "door een wet"),
    )
}

ZONDER_VERZOEK = ("ambtshalve", "wetswijziging", "redactioneel")
"""The herkomsten of changes that nobody asked for, in the order in which the nota tells them."""

UITLEG_HERKOMSTEN = {
    "zienswijze": "Een gemeenteraad of college vroeg hierom.",
    "advies": "Een adviesraad vroeg hierom.",
    "inspraak": "Een inwoner, ervaringsdeskundige of organisatie vroeg hierom.",
    "ambtshalve": "De regio stelde dit zelf voor. De reden staat erbij.",
    "redactioneel": "Taal of opmaak. De betekenis blijft gelijk.",
    "wetswijziging": "De wet is veranderd.",
}

WAT = {
    "tekst": "tekst gewijzigd",
    "verplaatst": "tekst verplaatst",
    "gesplitst": "alinea gesplitst",
    "samengevoegd": "alinea’s samengevoegd",
    "koppeling": "verwijzing gewijzigd",
    "opmaak": "opmaak gewijzigd",
}

SOORTEN_ZIENSWIJZE = {
    "zienswijze": "Zienswijze",
    "advies": "Advies",
    "inspraakreactie": "Inspraakreactie",
    "brief": "Brief",
}

SOORTEN_INDIENER = {
    "gemeenteraad": "Gemeenteraden",
    "college": "Colleges van burgemeester en wethouders",
    "adviesraad": "Adviesraden",
    "aanbieder": "Jeugdhulpaanbieders",
    "onderwijs": "Onderwijs",
    "ervaringsdeskundigen": "Ervaringsdeskundigen",
    "inwoner": "Inwoners",
    "overig": "Andere indieners",
}
"""Headings of the list of indieners, in its order."""

SOORT_INDIENER = {
    "gemeenteraad": "Gemeenteraad",
    "college": "College van burgemeester en wethouders",
    "adviesraad": "Adviesraad",
    "aanbieder": "Jeugdhulpaanbieder",
    "onderwijs": "Onderwijs",
    "ervaringsdeskundigen": "Ervaringsdeskundigen",
    "inwoner": "Inwoner",
    "overig": "Andere indiener",
}
"""The same for one of them."""

BINNEN_TERMIJN = {
    "ja": "op tijd",
    "nee": "te laat, wel behandeld",
    "uitstel": "later, met uitstel",
    "onbekend": "of dat op tijd was, is niet bekend",
}

FASEN = {
    "inspraak": Label("inspraak", "concept voor inspraak", "concept"),
    "consultatie": Label("consultatie", "concept in consultatie", "concept"),
    "na-zienswijzen": Label("na-zienswijzen", "concept na zienswijzen", "concept"),
    "ter-vaststelling": Label("ter-vaststelling", "ligt ter vaststelling bij de raden", "beslis"),
    "vastgesteld": Label("vastgesteld", "vastgesteld", "geldt"),
    "vervallen": Label("vervallen", "vervallen", "vervallen"),
}

RAADSBESLUITEN = {
    "vastgesteld": Label("vastgesteld", "vastgesteld", "ja"),
    "niet-vastgesteld": Label("niet-vastgesteld", "niet vastgesteld", "nee"),
    "nog-niet-bekend": Label("nog-niet-bekend", "nog niet bekend", "open"),
}

UITSLAGEN = {
    "aangenomen": Label("aangenomen", "aangenomen", "ja"),
    "verworpen": Label("verworpen", "verworpen", "nee"),
    "ingetrokken": Label("ingetrokken", "ingetrokken", ""),
    "aangehouden": Label("aangehouden", "aangehouden", "deels"),
    "overig": Label("overig", "andere afloop", ""),
}

ZIENSWIJZE_VAN_RAAD = {
    "nog-niet-bekend": "nog niet bekend",
    "ingediend": "ingediend",
    "geen": "geen zienswijze ingediend",
}

STATUS_PLANNING = {
    "geweest": Label("geweest", "geweest", ""),
    "komend": Label("komend", "komt nog", "info"),
    "onbekend": Label("onbekend", "niet bekend of dit al is gebeurd", "open"),
}

STATUS_ONDERDEEL = {
    "gelijk": Label("gelijk", "niet gewijzigd", ""),
    "gewijzigd": Label("gewijzigd", "gewijzigd", "deels"),
    "nieuw": Label("nieuw", "nieuw onderdeel", "ja"),
    "vervallen": Label("vervallen", "vervallen", "nee"),
}

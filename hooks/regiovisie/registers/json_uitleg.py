"""What each key of the registers means, in Dutch, for editors whose tool shows it as they type.

    UITLEG["Punt"]["citaat"]  →  "Zichtbare woorden van de alinea die is bedoeld."

Keys that mean the same in every record stand once, in `OVERAL`.
"""

from __future__ import annotations

from collections.abc import Mapping

OVERAL: Mapping[str, str] = {
    "bron": "Waar dit staat: de naam van een bron uit mkdocs.yml, of die bron uitgeschreven.",
    "bronnen": "Bronnen die niet hetzelfde zeggen, elk met wat zij zegt bij zegt.",
    "voorbeeld": "Is dit verzonnen? Schrijf ja of nee.",
    "privacy_akkoord": "Persoonsgegevens die hier mogen staan, elk met de reden.",
    "url": "Het webadres, te beginnen met https://.",
    "thema": "Waar het over gaat: namen uit de lijst themas in mkdocs.yml.",
}
"""Key → what it means, wherever it stands."""

_PLEK: Mapping[str, str] = {
    "plaats": "Waar het in de nieuwe tekst staat: onderdeel#kop.",
    "plaats_was": "Waar het in de oude tekst stond, als dat ergens anders is.",
    "was": "Zichtbare woorden die er stonden. Zonder wordt: die woorden zijn vervallen.",
    "wordt": "Zichtbare woorden die er nu staan. Zonder was: die woorden zijn nieuw.",
    "overal": "Geldt dit voor elke keer dat de woorden op deze plaats staan?",
}
_STUK: Mapping[str, str] = {
    "titel": "De naam van het stuk of de pagina.",
    "datum": "De datum van het stuk; mag vaag zijn, zoals medio 2025.",
    "adres": "Waar het stuk te krijgen is, in woorden, als er geen webadres is.",
    "gelezen": "Wanneer het stuk is gelezen.",
    "uitgever": "Wie het stuk uitgaf.",
    "toelichting": "Wat een lezer van het stuk moet weten.",
}

UITLEG: Mapping[str, Mapping[str, str]] = {
    "Akkoord": {
        "tekst": "De woorden zoals de controle ze vond.",
        "reden": "Waarom ze er mogen staan.",
        "bestand": "Alleen in mkdocs.yml: het bestand of de map waar dit voor geldt.",
    },
    "Antwoord": {
        "id": "Het nummer, zoals TA-04. Gebruik een oud nummer nooit opnieuw.",
        "titel": "Waar het antwoord over gaat.",
    },
    "Beveiliging": {
        "contact": "Waar iemand een lek kan melden: mailto: met een adres, of https://.",
        "verloopt": "De dag waarop dit niet meer geldt, hooguit een jaar vooruit.",
        "taal": "De talen waarin een melding kan; standaard nl.",
        "beleid": "De pagina die zegt wat er met een melding gebeurt.",
    },
    "Bewerken": {
        "soort": "Waar het project staat: github, gitlab of geen.",
        "url": "Het adres van het project daar.",
        "tak": "De tak waarin redacteuren werken; standaard main.",
    },
    "Bron": {
        **_STUK,
        "id": "De naam van een bron uit de lijst in mkdocs.yml.",
        "vindplaats": "Waar in de bron: bijlage 4, blz. 2.",
        "zegt": "Wat deze bron zegt, waar een andere bron iets anders zegt.",
    },
    "Bronstuk": _STUK,
    "Contact": {
        "naam": "Wie lezers iets kunnen vragen: een organisatie of afdeling.",
        "email": "Het e-mailadres.",
    },
    "Correctie": {
        "datum": "Wanneer de correctie is gedaan.",
        "reden": "Wat voor fout het was: privacy of procedure. Nooit wat er stond.",
        "door": "Wie besloot: een rol, geen naam.",
        "vingerafdruk_was": "De vingerafdruk die de versie voor de correctie had.",
    },
    "Diwoo": {
        "uitgever": "De organisatie die de documenten publiceert.",
        "resource": "Haar adres in de waardelijsten van de overheid (TOOI), als zij dat heeft.",
        "informatiecategorieen": "Per soort document een categorie van de Woo, als die anders is.",
    },
    "Document": {
        "titel": "De naam van het stuk.",
        "datum": "De datum van het stuk.",
        "soort": "Wat voor stuk het is, zoals raadsvoorstel of brief.",
        "bijlage": "Het nummer als bijlage. “Bijlage 4” in een tekst leidt dan hierheen.",
        "ontbreekt": "Wordt het stuk genoemd, maar staat het in geen lijst?",
    },
    "Documentlink": {
        "titel": "De naam van het stuk.",
    },
    "Fase": {
        "fase": "Waar de tekst toen voor was.",
        "datum": "Wanneer die fase begon; mag vaag zijn.",
    },
    "Gemeente": {
        "naam": "De naam van de gemeente.",
        "code": "De gemeentecode, zoals gm0106; bij een verzonnen gemeente voorbeeld-1.",
        "zienswijze": "Gaf de gemeente een zienswijze?",
        "zienswijze_bron": "Waar dat staat.",
        "zienswijze_bronnen": "Bronnen die daarover niet hetzelfde zeggen.",
        "raadsbesluit": "Wat de raad besloot over de versie die nu bij de raden ligt.",
        "eerdere_besluiten": "Besluiten over eerdere versies, de oudste eerst.",
        "moties": "Moties van de raad: wensen bij de tekst.",
        "documenten": "Stukken van de raad over de regiovisie.",
        "raadsinformatie": "De pagina van de raad met alle stukken.",
    },
    "Indiener": {
        "naam": "De naam van de organisatie. Een inwoner krijgt een nummer, nooit een naam.",
        "soort": "Wat voor indiener het is.",
        "gemeente": "De gemeente, als de indiener daarbij hoort.",
    },
    "Licentie": {
        "naam": "De naam van de licentie.",
        "url": "Waar de licentie staat.",
    },
    "Motie": {
        "id": "Het nummer, zoals M-gm0106-1.",
        "titel": "De titel van de motie.",
        "datum": "Wanneer de raad erover besloot.",
        "uitslag": "Wat de raad met de motie deed.",
        "tekst": "Wat de motie vraagt, in een paar zinnen.",
        "vervolg": "Wat er daarna met de motie is gedaan.",
    },
    "OokOp": _PLEK,
    "Planningsstap": {
        "datum": "Wanneer; mag vaag zijn, zoals Q2 2026.",
        "titel": "Wat er gebeurt.",
        "wie": "Wie het doet.",
        "toelichting": "Wat een lezer erbij moet weten.",
        "status": "Is dit geweest, komt het nog, of is dat niet bekend?",
    },
    "Punt": {
        "id": "Het nummer van de zienswijze, een punt en een volgnummer: ZW-12.3.",
        "plaats": "Waar het punt over gaat, in de versie van de zienswijze: onderdeel#kop.",
        "citaat": "Zichtbare woorden van de alinea die is bedoeld.",
        "tekst": "Wat er wordt gevraagd, in een paar zinnen.",
        "minderheid": "De fractie van wie het komt, als het niet van de hele raad is.",
        "uitkomst": "Wat er met het punt is gedaan.",
        "reactie": "Het antwoord op dit punt.",
        "antwoord": "Het nummer van een antwoord dat voor meer punten geldt, zoals TA-04.",
        "zie": "Waar de nieuwste tekst het al zegt: onderdeel#kop.",
    },
    "Raadsbesluit": {
        "versie": "Waarover de raad besloot; zonder: de versie die nu bij de raden ligt.",
        "gepland": "Wanneer de raad erover gaat besluiten.",
        "status": "Wat de raad besloot.",
        "datum": "Wanneer de raad besloot.",
    },
    "Regio": {
        "naam": "De volledige naam van de regiovisie.",
        "korte_naam": "De korte naam, voor in het menu.",
        "periode": "De jaren waarvoor zij geldt.",
        "officieel": "Is dit de officiële tekst van de regio?",
        "beantwoorder": "Wie de zienswijzen beantwoordt.",
        "gemeenten": "De gemeenten die besluiten: namen van bestanden in docs/gemeenten.",
        "themas": "Per thema een naam in kleine letters, en hoe het op de site heet.",
        "bronnen": "Alle bronnen, elk één keer. Elders staat alleen de naam van de bron.",
        "hoofdstukken": "Noemt de tekst haar onderdelen ook hoofdstukken?",
        "rondes": "De rondes waarin reacties zijn gevraagd.",
        "planning": "Wat is geweest en wat nog komt, in volgorde van tijd.",
        "contact": "Wie lezers iets kunnen vragen.",
        "beveiliging": "Waar een lek in de beveiliging wordt gemeld: maakt security.txt.",
        "bewerken": "Waar redacteuren een bestand kunnen aanpassen in de browser.",
        "word": "Hoe een Word-bestand wordt gelezen.",
        "licentie": "Onder welke licentie anderen de teksten en de gegevens mogen gebruiken.",
        "diwoo": "Hoe documenten in de landelijke index voor de Woo komen (DiWoo).",
        "toegankelijkheid": "Wat de toegankelijkheidsverklaring zegt.",
        "nieuwe_ronde": "Waarom de tekst weer mag veranderen terwijl zij bij de raden ligt.",
    },
    "Toegankelijkheid": {
        "status": "De status in het register: A, B, C, D of E.",
        "verklaring": "Het adres van de verklaring.",
        "datum": "De datum van de verklaring.",
        "onderzoek": "Het adres van het rapport van het onderzoek.",
    },
    "Word": {
        "stijlen": "Naam van een stijl in Word, en wat een alinea in die stijl is.",
    },
    "Ronde": {
        "id": "Een naam in kleine letters, zoals consultatie-2025.",
        "titel": "Hoe de ronde op de site heet.",
        "versie": "De versie waarop is gereageerd.",
        "periode": "Wanneer de ronde was.",
        "status": "Loopt de ronde nog, of is zij gesloten?",
        "toelichting": "Wat een lezer van de ronde moet weten.",
    },
    "Versie": {
        "nummer": "Het nummer, zoals 0.5.",
        "titel": "De titel, zoals Versie na motie.",
        "fasen": "De fasen die de versie had, de oudste eerst. Een nieuwe fase komt onderaan.",
        "voorganger": "De versie hiervoor: de naam van haar map.",
        "verzonden_aan": "Wie de tekst kreeg.",
        "samenvatting": "Wat er veranderde en waarom, in gewone taal en ongeveer vijf zinnen.",
        "herkomst_volledig": "Is van elke verandering de reden bekend?",
        "correcties": "Wat er later is weggehaald. Dit schrijft redactie.py correct.",
    },
    "Wijziging": {
        **_PLEK,
        "id": "Het nummer, zoals W-031; bij een concept een eigen naam, zoals W-concept-a1.",
        "wat": "Wat er gebeurde: tekst, verplaatst, gesplitst, samengevoegd, koppeling of opmaak.",
        "herkomst": "Waar de verandering vandaan komt.",
        "punten": "De punten die erom vroegen, zoals ZW-12.3.",
        "toelichting": "Waarom; nodig bij ambtshalve en wetswijziging.",
        "ook_op": "Andere plaatsen waar dezelfde verandering staat.",
        "ingetrokken": "Is de wijziging ingetrokken? Zij houdt dan haar nummer.",
        "concept": "Hoe de wijziging als concept heette. Dit schrijft redactie.py freeze.",
    },
    "Zienswijze": {
        "id": "Het nummer, zoals ZW-12. Gebruik een oud nummer nooit opnieuw.",
        "soort": "Wat voor reactie het is.",
        "indieners": "Wie de reactie gaf: namen van bestanden in docs/indieners.",
        "ronde": "De ronde waarin de reactie kwam, uit mkdocs.yml.",
        "versie": "De versie waarover de reactie gaat.",
        "ontvangen": "Wanneer de reactie kwam; mag vaag zijn.",
        "binnen_termijn": "Was de reactie op tijd?",
        "kenmerk": "Het nummer dat de indiener zelf aan de brief gaf.",
        "origineel": "Waar de brief zelf staat.",
        "beantwoord_door": "Wie antwoordde: een rol, geen naam.",
        "gecontroleerd_door": "Wie het antwoord nakeek: een rol, geen naam.",
        "punten": "De punten van de reactie. Zijn ze niet openbaar, schrijf dan [].",
    },
}
"""Name of the record → key → what it means."""


def uitleg(record: str, sleutel: str) -> str:
    """What a key of a record means; empty where nobody wrote it down."""
    return UITLEG.get(record, {}).get(sleutel) or OVERAL.get(sleutel, "")

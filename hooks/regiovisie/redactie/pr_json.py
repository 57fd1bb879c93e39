"""A proposal as JSON, for whatever else wants to know what it changes.

::

    {"alineas": [{"onderdeel": "uitgangspunten", "kop": "Nabij", "wijzigingen": ["W-concept-a1"],
                  "uit_commits": [{"id": "W-concept-7b1f", "herkomst": "zienswijze",
                                   "punten": ["ZW-12.3"]}],
                  "zonder_herkomst": false, "anker": "l-7f3k2q",
                  "plekken": ["‘licht’ vervangen door ‘thuis’"]}],
     "punten": ["ZW-12.3"],
     "punten_anders": [{"id": "ZW-12.3", "was": "open", "wordt": "overgenomen"}],
     "problems": [{"file": …, "line": …, "entry": …, "key": …, "wat": …, "doe": …}],
     "waarschuwingen": []}
"""

from __future__ import annotations

import json
from dataclasses import asdict

from regiovisie.herkomst.voorstel import Voorstel
from regiovisie.render.beschrijving import beschrijving


def voorstel_json(voorstel: Voorstel) -> str:
    """The whole proposal."""
    alineas = [
        {
            "onderdeel": alinea.onderdeel,
            "titel": alinea.titel,
            "kop": alinea.kop,
            "plekken": [beschrijving(plek) for plek in alinea.plekken],
            "anker": alinea.anker,
            "wijzigingen": list(alinea.wijzigingen),
            "uit_commits": [
                {"id": w.id, "herkomst": w.herkomst, "punten": list(w.punten)}
                for w in alinea.uit_commits
            ],
            "zonder_herkomst": alinea.zonder_herkomst,
        }
        for alinea in voorstel.alineas
    ]
    content = {
        "alineas": alineas,
        "punten": list(voorstel.punten),
        "punten_anders": [asdict(punt) for punt in voorstel.punten_anders],
        "problems": [asdict(problem) for problem in voorstel.problems],
        "waarschuwingen": [asdict(problem) for problem in voorstel.waarschuwingen],
    }
    return json.dumps(content, ensure_ascii=False, indent=2)

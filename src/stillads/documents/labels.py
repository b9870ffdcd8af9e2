"""The fixed Danish words of our publications. They are Danish whatever language the pages are shown in."""

from typing import Literal

Perspective = Literal["citizen", "employee", "economy"]
Side = Literal["advantages", "barriers"]
State = Literal["found", "none_found", "not_examined", "not_stated"]
Evidence = Literal["measured", "survey", "quote", "observation", "assumption", "unclassified"]
NoticeKind = Literal["constructed", "draft", "provisional", "source", "info"]

PERSPECTIVES: dict[Perspective, str] = {
    "citizen": "Borger og pårørende",
    "employee": "Medarbejder og organisation",
    "economy": "Økonomi og ressourcer",
}
SIDES: dict[Side, str] = {"advantages": "Fordele", "barriers": "Barrierer og opmærksomhedspunkter"}
SIDE_SIGNS: dict[Side, str] = {"advantages": "+", "barriers": "!"}
STATES: dict[State, str] = {
    "found": "",
    "none_found": "Ingen fundet",
    "not_examined": "Ikke undersøgt",
    "not_stated": "Uoplyst",
}
EVIDENCE: dict[Evidence, str] = {
    "measured": "målt",
    "survey": "spørgeskema",
    "quote": "citat",
    "observation": "iagttagelse",
    "assumption": "antagelse",
    "unclassified": "ikke klassificeret",
}
NOTICES: dict[NoticeKind, str] = {
    "constructed": "Konstrueret",
    "draft": "Udkast",
    "provisional": "Foreløbig",
    "source": "Kilde",
    "info": "Bemærk",
}

CONTENTS = "Indhold"
BACK = "Tilbage til indhold"
TRIAL = "Prøvehandling"
TESTED_AT = "Afprøvet i"
APPENDIX = "Tal og kilder"
COLOPHON = "Om hæftet"
COMPARISON = ("Hvad", "Forudsagt", "Målt", "Forskel")
SAID_DID = ("I sagde", "Vi gjorde")
RATING = "Samlet vurdering"
EDITION = "Udgave"
PUBLISHED = "Udgivet"
FINGERPRINT = "Indholdets fingeraftryk (SHA-256)"
LARGE_PRINT = "Stor skrift"
PAGE = "Side"
EMPTY = "–"
PUBLISHER = "Udgiver"
CONTACT = "Kontakt"
OUTCOME = "Forslag"
OWNER = "Ansvarlig"
DEADLINE = "Frist"

"""Standard lists and scales, ready to be picked: (key, Danish words, score).

They are our own wordings of scales in common use; a Likert scale goes from least to most. WHO-5 stands in
`who5.py`, with its source and scoring.
"""

from typing import Final

STANDARD_LISTS: Final[dict[str, tuple[tuple[str, str, int | None], ...]]] = {
    "yes_no": (("yes", "Ja", 1), ("no", "Nej", 0)),
    "yes_partly_no": (("yes", "Ja", 2), ("partly", "Delvist", 1), ("no", "Nej", 0)),
    "who_answered": (
        ("self", "Borgeren selv", None),
        ("with_staff", "Borgeren med hjælp fra en medarbejder", None),
        ("with_relative", "Borgeren med hjælp fra en pårørende", None),
        ("relative", "En pårørende alene", None),
        ("employee", "En medarbejder", None),
    ),
    "profession": (
        ("sosu_helper", "Social- og sundhedshjælper", None),
        ("sosu_assistant", "Social- og sundhedsassistent", None),
        ("nurse", "Sygeplejerske", None),
        ("physiotherapist", "Fysioterapeut", None),
        ("occupational_therapist", "Ergoterapeut", None),
        ("home_trainer", "Hjemmetræner", None),
        ("case_officer", "Visitator", None),
        ("kitchen", "Køkkenmedarbejder", None),
        ("other", "Anden faggruppe", None),
    ),
    "shift": (("day", "Dag", None), ("evening", "Aften", None), ("night", "Nat", None)),
}

LIKERT_SCALES: Final[dict[str, tuple[str, ...]]] = {
    "agree": ("Helt uenig", "Uenig", "Hverken enig eller uenig", "Enig", "Helt enig"),
    "satisfied": ("Meget utilfreds", "Utilfreds", "Hverken eller", "Tilfreds", "Meget tilfreds"),
    "often": ("Aldrig", "Sjældent", "Nogle gange", "Ofte", "Altid"),
    "extent": ("Slet ikke", "I lav grad", "I nogen grad", "I høj grad", "I meget høj grad"),
    "better": ("Meget dårligere", "Dårligere", "Som før", "Bedre", "Meget bedre"),
    "easy": ("Meget svært", "Svært", "Hverken eller", "Let", "Meget let"),
}

SMILEYS: Final[tuple[str, ...]] = ("Meget dårligt", "Dårligt", "Nogenlunde", "Godt", "Rigtig godt")
DONT_KNOW: Final = "dont_know"
DONT_KNOW_TEXT: Final = "Ved ikke"

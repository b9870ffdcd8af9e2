"""XLSForm in: what each row becomes, what is lost and why."""

from decimal import Decimal

from tests.playbooks.questionnaires.sheets import xlsform

from stillads.playbooks.format.items import Group, Section
from stillads.playbooks.questionnaires.reading import read_questionnaire
from stillads.playbooks.questionnaires.yaml import items_as_data

SURVEY = (
    ("type", "name", "label::English (en)", "label::Dansk (da)", "hint::Dansk (da)", "required", "relevant",
     "constraint", "appearance", "parameters", "default"),
    ("start", "start", "", "", "", "", "", "", "", "", ""),
    ("deviceid", "telefon", "", "", "", "", "", "", "", "", ""),
    ("note", "velkomst", "Welcome", "Tak, fordi du vil svare.", "", "", "", "", "", "", ""),
    ("select_one jn", "spist", "Eaten?", "Har du spist i dag?", "", "yes", "", "", "", "", ""),
    ("integer", "glas", "Glasses?", "Hvor mange glas har du drukket?", "Kaffe tæller med.", "", "${spist} = '1'",
     ". >= 0 and . < 20", "", "", "2"),
    ("decimal", "vægt", "Weight", "Hvad vejer du?", "", "", "${glas} > 3 and not(selected(${spist}, '0'))",
     ". > 20", "", "", ""),
    ("range", "smerte", "Pain", "Hvor ondt har du?", "", "", "", "", "", "start=0 end=10 step=1", ""),
    ("begin group", "maaltid", "Meals", "Måltider", "", "", "${spist} = '1'", "", "", "", ""),
    ("note", "om", "", "Tænk på i går.", "", "", "", "", "", "", ""),
    ("select_multiple ret or_other", "retter", "Dishes", "Hvad spiste du?", "", "", "", "count-selected(.) <= 2",
     "", "", "grød"),
    ("select_one enig", "smag", "Taste", "Maden smagte godt", "", "", "", "", "likert", "", ""),
    ("begin repeat", "besøg", "Visits", "Besøg", "", "", "", "", "", "", ""),
    ("text", "hvem", "Who", "Hvem kom?", "", "", "", "string-length(.) < 41", "", "", ""),
    ("dateTime", "hvornår", "When", "Hvornår?", "", "", "${hvem} != ''", ". <= now()", "", "", ""),
    ("end repeat", "", "", "", "", "", "", "", "", "", ""),
    ("end group", "", "", "", "", "", "", "", "", "", ""),
    ("geopoint", "sted", "Where", "Hvor er du?", "", "", "", "", "", "", ""),
    ("calculate", "bmi", "", "", "", "", "", "", "", "", ""),
    ("rank ret", "bedst", "Best", "Sæt i rækkefølge", "", "", "", "", "", "", ""),
    ("image", "foto", "Photo", "Tag et foto af tallerkenen", "", "", "${bmi} > 3", "", "", "", ""),
    ("note", "farvel", "Bye", "Tak for hjælpen.", "", "", "", "", "", "", ""),
)  # fmt: skip
CHOICES = (
    ("list_name", "name", "label::English (en)", "label::Dansk (da)"),
    ("jn", 1, "Yes", "Ja"),
    ("jn", 0, "No", "Nej"),
    ("ret", "grød", "Porridge", "Grød"),
    ("ret", "suppe", "Soup", "Suppe"),
    ("enig", 1, "", "Helt uenig"),
    ("enig", 2, "", "Uenig"),
    ("enig", 3, "", "Hverken enig eller uenig"),
    ("enig", 4, "", "Enig"),
    ("enig", 5, "", "Helt enig"),
    ("enig", 9, "", "Ved ikke"),
)
SETTINGS = (("form_title", "default_language"), ("Måltider i hverdagen", "English (en)"))


def test_a_whole_form_becomes_these_items() -> None:
    read = read_questionnaire(xlsform(SURVEY, CHOICES, SETTINGS))
    assert (read.title, read.intro, read.thanks) == (
        "Måltider i hverdagen",
        "Tak, fordi du vil svare.",
        "Tak for hjælpen.",
    )
    assert items_as_data(read.items) == [
        {
            "kind": "single_choice",
            "key": "spist",
            "text": "Har du spist i dag?",
            "required": True,
            "standard": "yes_no",
        },
        {
            "kind": "number",
            "key": "glas",
            "text": "Hvor mange glas har du drukket?",
            "help": "Kaffe tæller med.",
            "show_if": {"question": "spist", "is": ["yes"]},
            "at_least": "0",
            "at_most": "19",
            "default": "2",
        },
        {
            "kind": "number",
            "key": "vaegt",
            "text": "Hvad vejer du?",
            "show_if": {
                "all": [{"question": "glas", "at_least": "4"}, {"question": "spist", "is_not": ["no"]}],
            },
            "at_least": "20.01",
            "decimals": 2,
        },
        {"kind": "number", "key": "smerte", "text": "Hvor ondt har du?", "at_least": "0", "at_most": "10"},
        {
            "kind": "section",
            "title": "Måltider",
            "help": "Tænk på i går.",
            "show_if": {"question": "spist", "is": ["yes"]},
            "items": [
                {
                    "kind": "multiple_choice",
                    "key": "retter",
                    "text": "Hvad spiste du?",
                    "options": [
                        {"key": "groed", "text": "Grød"},
                        {"key": "suppe", "text": "Suppe"},
                        {"key": "other", "text": "Andet"},
                    ],
                    "at_most": 2,
                    "default": ["groed"],
                },
                {
                    "kind": "short_text",
                    "key": "retter_other",
                    "text": "Hvad spiste du? (skriv hvad)",
                    "show_if": {"question": "retter", "is": ["other"]},
                },
                {"kind": "likert", "key": "smag", "text": "Maden smagte godt", "scale": "agree"},
                {
                    "kind": "group",
                    "key": "besoeg",
                    "title": "Besøg",
                    "items": [
                        {"kind": "short_text", "key": "hvem", "text": "Hvem kom?", "longest": 40},
                        {
                            "kind": "date",
                            "key": "hvornaar",
                            "text": "Hvornår?",
                            "show_if": {"question": "hvem", "answered": True},
                            "days_ahead": 0,
                        },
                        {
                            "kind": "time",
                            "key": "hvornaar_time",
                            "text": "Hvornår? (klokkeslæt)",
                            "show_if": {"question": "hvem", "answered": True},
                        },
                    ],
                },
            ],
        },
        {"kind": "photo", "key": "foto", "text": "Tag et foto af tallerkenen"},
    ]


def test_the_report_counts_and_says_why() -> None:
    report = read_questionnaire(xlsform(SURVEY, CHOICES, SETTINGS)).report
    assert (report.source, report.language) == ("xlsform", "Dansk (da)")
    assert (report.read, report.mapped) == (17, 13)
    assert {field.name: field.why for field in report.lost} == {
        "telefon": "Det noteres ikke, hvilken telefon eller konto der blev brugt.",
        "sted": "Steder på et kort registreres ikke; en registrering kender sit afprøvningssted.",
        "bmi": "Det, der regnes ud, spørges der ikke om. Lav en måling af det.",
        "bedst": "Svar kan ikke sættes i rækkefølge. Spørg i stedet om det vigtigste.",
    }
    noted = {field.name: field.notes for field in report.fields if field.notes}
    assert noted == {
        "foto": ["Det vises altid, for betingelsen kan ikke siges her: den ser på „bmi“, som ikke kom med."]
    }
    assert report.warnings == ["Læst på: Dansk (da). Ikke taget med: English (en)."]
    started = report.fields[0]
    assert (started.name, started.became, started.mapped) == ("start", ["registration"], True)


def test_a_number_keeps_its_bounds_as_numbers() -> None:
    glasses = read_questionnaire(xlsform(SURVEY, CHOICES)).items[1]
    assert getattr(glasses, "at_most") == Decimal(19)  # noqa: B009  (the union has no such field)


def test_nested_groups_become_sections_one_after_another() -> None:
    rows = (
        ("type", "name", "label", "relevant"),
        ("text", "a", "A?", ""),
        ("begin_group", "ydre", "Ydre", "${a} = 'x'"),
        ("text", "b", "B?", ""),
        ("begin_group", "indre", "Indre", "${b} = 'y'"),
        ("text", "c", "C?", ""),
        ("end_group", "", "", ""),
        ("text", "d", "D?", ""),
        ("begin_group", "uden", "", "${b} = 'z'"),
        ("text", "e", "E?", "${d} = 'w'"),
        ("end_group", "", "", ""),
        ("end_group", "", "", ""),
    )
    items = read_questionnaire(xlsform(rows)).items
    sections = [item for item in items if isinstance(item, Section)]
    assert [(section.title, [getattr(one, "key", "") for one in section.items]) for section in sections] == [
        ("Ydre", ["b"]),
        ("Indre", ["c"]),
        ("Ydre", ["d", "e"]),
    ]
    said = [condition["show_if"] for condition in items_as_data(items)[1:]]
    assert said[1] == {"all": [{"question": "a", "is": ["x"]}, {"question": "b", "is": ["y"]}]}
    last = items_as_data(sections[2].items)[1]
    assert last["show_if"] == {"all": [{"question": "b", "is": ["z"]}, {"question": "d", "is": ["w"]}]}


def test_what_a_repeated_group_cannot_hold_is_lost() -> None:
    rows = [
        ("type", "name", "label", "relevant"),
        ("begin_repeat", "fald", "Fald", ""),
        *(("text", f"q{n}", f"Q{n}", "") for n in range(21)),
        ("begin_repeat", "inde", "Inde", ""),
        ("text", "dybt", "Dybt?", ""),
        ("end_repeat", "", "", ""),
        ("end_repeat", "", "", ""),
        ("text", "efter", "Efter?", "${q1} = 'x'"),
    ]
    read = read_questionnaire(xlsform(rows))
    group = read.items[0]
    assert isinstance(group, Group)
    assert len(group.items) == 20
    assert {field.name: field.why for field in read.report.lost} == {
        "q20": "En gentaget gruppe kan rumme 20 spørgsmål.",
        "dybt": "Det står i en gentaget gruppe inde i en anden.",
    }
    assert read.report.fields[-1].notes == [
        "Det vises altid, for betingelsen kan ikke siges her: den ser ind i den gentagne gruppe på „q1“."
    ]


def test_labels_lose_markup_and_references_and_long_ones_are_divided() -> None:
    rows = (
        ("type", "name", "label", "hint"),
        (
            "text",
            "navn",
            "Hvad skal vi **kalde** dig?<br>Skriv <i>kun</i> fornavn &amp; kælenavn.",
            "Et hint",
        ),
        ("text", "lang", "Hej ${navn}. " + "Fortæl mere. " * 30, ""),
    )
    read = read_questionnaire(xlsform(rows))
    first, second = items_as_data(read.items)
    assert (first["text"], first["help"]) == (
        "Hvad skal vi kalde dig?",
        "Skriv kun fornavn & kælenavn.\n\nEt hint",
    )
    assert second["text"].startswith("Hej …. Fortæl mere.")
    assert len(second["text"]) <= 200
    assert second["help"].startswith("Fortæl mere.")
    assert read.report.fields[1].notes == ["Teksten gentog et svar; dér står der nu „…“. Skriv den om."]


def test_a_personal_number_is_never_asked_for() -> None:
    rows = (
        ("type", "name", "label"),
        ("text", "cpr", "Nummer"),
        ("text", "q", "Hvad er dit CPR-nummer?"),
        ("text", "hlr", "Har du lært CPR (hjertemassage)?"),
    )
    read = read_questionnaire(xlsform(rows))
    assert [field.mapped for field in read.report.fields] == [False, False, True]
    assert read.report.lost[0].why.startswith("Der spørges om et personnummer.")

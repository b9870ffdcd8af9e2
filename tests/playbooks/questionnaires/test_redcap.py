"""REDCap's data dictionary in: what each field becomes, what is lost and why."""

import pytest
from tests.playbooks.questionnaires.sheets import redcap

from stillads.playbooks.questionnaires.reading import read_questionnaire
from stillads.playbooks.questionnaires.refusals import Unreadable
from stillads.playbooks.questionnaires.result import Questionnaire
from stillads.playbooks.questionnaires.yaml import items_as_data

POINTS = "1, Helt uenig | 2, Uenig | 3, Hverken enig eller uenig | 4, Enig | 5, Helt enig"
FIELDS = (
    {"name": "record_id", "type": "text", "label": "Record ID"},
    {"name": "hjælp", "type": "yesno", "label": "Får du hjælp?", "required": "y"},
    {"name": "timer", "type": "text", "label": "Hvor mange timer?", "validation": "integer", "low": "0",
     "high": "168", "branching": "[hjælp] = '1'", "note": "Om ugen"},
    {"name": "temp", "type": "text", "label": "Temperatur", "validation": "number_1dp", "low": "34"},
    {"name": "dag", "type": "text", "label": "Hvilken dag?", "validation": "date_dmy", "high": "today"},
    {"name": "kl", "type": "text", "label": "Hvad er klokken?", "validation": "time"},
    {"name": "tid", "type": "text", "label": "Besøget", "validation": "datetime_dmy"},
    {"name": "mail", "type": "text", "label": "E-mail", "validation": "email"},
    {"name": "om", "type": "notes", "label": "Fortæl, \"som det er\"\nog gerne\nmere", "annotation": "@CHARLIMIT=500"},
    {"name": "form", "type": "dropdown", "label": "Boform", "choices": "1, Eget hjem | 2, Plejecenter | 9, Ved ikke",
     "annotation": "@DEFAULT='2'"},
    {"name": "hvad", "type": "checkbox", "label": "Hvad får du hjælp til?", "choices": "1, Bad | 2, Mad | 3, Andet",
     "branching": "[hjælp] = '1' and ([timer] > 2 or [form] = 2)"},
    {"name": "andet", "type": "text", "label": "Hvad andet?", "branching": "[hvad(3)] = '1'"},
    {"name": "rigtigt", "type": "truefalse", "label": "Passer det?"},
    {"name": "ondt", "type": "slider", "label": "Hvor ondt har du?", "choices": "Slet ikke | Lidt | Meget"},
    {"name": "intro", "header": "Om maden", "type": "descriptive", "label": "<h3>Tænk på</h3> den sidste uge."},
    {"name": "m1", "type": "radio", "label": "Maden er god", "choices": POINTS, "matrix": "mad"},
    {"name": "m2", "type": "radio", "label": "Maden er varm", "choices": POINTS, "matrix": "mad",
     "branching": "[m1] >= 4"},
)  # fmt: skip
LOST = (
    {"name": "navn", "type": "text", "label": "Navn", "identifier": "y"},
    {"name": "sum", "type": "calc", "label": "Sum", "choices": "[m1]+[m2]"},
    {"name": "fil", "type": "file", "label": "Vedhæft"},
    {"name": "skjult", "type": "text", "label": "Skjult", "annotation": "@HIDDEN"},
    {
        "name": "by",
        "type": "dropdown",
        "label": "By",
        "choices": " | ".join(f"{n}, By {n}" for n in range(61)),
    },
    {"name": "ny", "type": "hologram", "label": "Ny"},
)


def _read(*fields: dict[str, str], encoding: str = "utf-8", delimiter: str = ",") -> Questionnaire:
    return read_questionnaire(redcap(*fields, encoding=encoding, delimiter=delimiter))


def test_a_whole_dictionary_becomes_these_items() -> None:
    read = _read(*FIELDS)
    assert (read.title, read.report.source) == ("Skema", "redcap")
    assert items_as_data(read.items) == [
        {
            "kind": "single_choice",
            "key": "hjaelp",
            "text": "Får du hjælp?",
            "required": True,
            "standard": "yes_no",
        },
        {
            "kind": "number",
            "key": "timer",
            "text": "Hvor mange timer?",
            "help": "Om ugen",
            "show_if": {"question": "hjaelp", "is": ["yes"]},
            "at_least": "0",
            "at_most": "168",
        },
        {"kind": "number", "key": "temp", "text": "Temperatur", "at_least": "34", "decimals": 1},
        {"kind": "date", "key": "dag", "text": "Hvilken dag?", "days_ahead": 0},
        {"kind": "time", "key": "kl", "text": "Hvad er klokken?"},
        {"kind": "date", "key": "tid", "text": "Besøget"},
        {"kind": "time", "key": "tid_time", "text": "Besøget (klokkeslæt)"},
        {"kind": "short_text", "key": "mail", "text": "E-mail"},
        {
            "kind": "long_text",
            "key": "om",
            "text": 'Fortæl, "som det er"',
            "help": "og gerne\nmere",
            "longest": 500,
        },
        {
            "kind": "single_choice",
            "key": "form",
            "text": "Boform",
            "options": [
                {"key": "eget_hjem", "text": "Eget hjem"},
                {"key": "plejecenter", "text": "Plejecenter"},
                {"key": "ved_ikke", "text": "Ved ikke"},
            ],
            "default": "plejecenter",
        },
        {
            "kind": "multiple_choice",
            "key": "hvad",
            "text": "Hvad får du hjælp til?",
            "show_if": {
                "all": [
                    {"question": "hjaelp", "is": ["yes"]},
                    {
                        "any": [
                            {"question": "timer", "at_least": "3"},
                            {"question": "form", "is": ["plejecenter"]},
                        ]
                    },
                ]
            },
            "options": [
                {"key": "bad", "text": "Bad"},
                {"key": "mad", "text": "Mad"},
                {"key": "andet", "text": "Andet"},
            ],
        },
        {
            "kind": "short_text",
            "key": "andet",
            "text": "Hvad andet?",
            "show_if": {"question": "hvad", "is": ["andet"]},
        },
        {
            "kind": "single_choice",
            "key": "rigtigt",
            "text": "Passer det?",
            "options": [{"key": "true", "text": "Sandt"}, {"key": "false", "text": "Falsk"}],
        },
        {
            "kind": "number",
            "key": "ondt",
            "text": "Hvor ondt har du?",
            "help": "Slet ikke – Lidt – Meget",
            "at_least": "0",
            "at_most": "100",
        },
        {
            "kind": "section",
            "title": "Om maden",
            "help": "Tænk på\nden sidste uge.",
            "items": [
                {"kind": "likert", "key": "m1", "text": "Maden er god", "scale": "agree", "dont_know": False},
                {
                    "kind": "likert",
                    "key": "m2",
                    "text": "Maden er varm",
                    "show_if": {"question": "m1", "is": ["4", "5"]},
                    "scale": "agree",
                    "dont_know": False,
                },
            ],
        },
    ]


def test_the_report_counts_and_says_why() -> None:
    report = _read(*FIELDS, *LOST).report
    assert (report.read, report.mapped) == (23, 17)
    assert {field.name: field.why for field in report.lost} == {
        "navn": "Det er mærket som personoplysning: Her spørges der ikke om, hvem nogen er.",
        "sum": "Det, der regnes ud, spørges der ikke om. Lav en måling af det.",
        "fil": "Lyd, film og filer kan ikke vedhæftes; det kan et foto.",
        "skjult": "Det er skjult, så ingen bliver spurgt.",
        "by": "Det har 61 svar; her kan der være 60.",
        "ny": "Typen „hologram“ er ukendt.",
    }
    assert [field.notes for field in report.fields if field.name == "mail"] == [
        ["Det tjekkes ikke, at svaret ligner „email“."]
    ]
    assert (report.fields[0].name, report.fields[0].became) == ("record_id", ["registration"])


def test_lines_are_those_of_the_file_also_after_a_cell_with_line_breaks() -> None:
    report = _read(*FIELDS).report
    places = {field.name: field.place for field in report.fields}
    assert (places["record_id"], places["om"], places["form"]) == ("2", "10", "13")


@pytest.mark.parametrize(("encoding", "delimiter"), [("utf-8-sig", ","), ("cp1252", ";"), ("utf-8", "\t")])
def test_encodings_and_delimiters(encoding: str, delimiter: str) -> None:
    read = _read(
        {"name": "smør", "type": "text", "label": "Får du smør på?"}, encoding=encoding, delimiter=delimiter
    )
    assert items_as_data(read.items) == [{"kind": "short_text", "key": "smoer", "text": "Får du smør på?"}]


def test_each_form_is_a_section_where_there_are_several() -> None:
    read = _read(
        {"name": "a", "form": "foer_maaltid", "type": "text", "label": "A?"},
        {"name": "b", "form": "efter", "type": "text", "label": "B?", "header": "Bagefter"},
    )
    assert [(section["title"], section["items"][0]["key"]) for section in items_as_data(read.items)] == [
        ("Foer maaltid", "a"),
        ("Bagefter", "b"),
    ]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"navn;type\na;b\n", "Filen har ikke kolonnerne „Variable / Field Name“"),
        (redcap(), "Der er intet felt i ordbogen."),
        (
            redcap({"name": "a", "type": "text", "label": "x"}) + b'b,s,,text,"uden slut',
            "Linje 3 i filen kan ikke læses",
        ),
        (redcap({"name": "a", "type": "text", "label": "x"}) + b"\0", "Filen er ikke en tekstfil."),
        (redcap({"name": "a", "type": "calc", "label": "x"}), "Der er intet spørgsmål i filen"),
    ],
)
def test_refusals(data: bytes, reason: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read_questionnaire(data)
    assert str(refused.value.reason).startswith(reason)

"""The provisions that elder care stands on, with the days on which they hold and where that is written.

Checked against lov nr. 1651 and lov nr. 1703 of 30 December 2024 (the latter: §§ 79 a and 81 a of serviceloven are
repealed; who can have help under §§ 10, 13, 14, 16 and 17 of ældreloven cannot have it under §§ 83, 83 a,
83 b, 84 and 86 of serviceloven, which stay for everybody else). What was not read in the law itself says so:
"efterprøves".
"""

from datetime import date

from django.db import migrations

START = date(2007, 1, 1)  # serviceloven (573/2005) and sundhedsloven (546/2005) came into force
SHIFT = date(2025, 7, 1)
BEFORE = date(2025, 6, 30)

S, AE, H, R = "Serviceloven", "Ældreloven", "Sundhedsloven", "Retssikkerhedsloven"
NEW = "Lov nr. 1651 af 30. december 2024, i kraft 1. juli 2025"
MOVE = "Lov om social service; § 2, stk. 5, indsat ved lov nr. 1703 af 30. december 2024"
STAYS = "Lov om social service; ikke blandt de bestemmelser, lov nr. 1703 af 30. december 2024 flytter"

ROWS = [
    # key, law, paragraph, subject, from, to, successor, source
    (
        "aeldreloven-10",
        AE,
        "§ 10",
        "Helhedspleje: pleje- og omsorgsforløb",
        SHIFT,
        None,
        "",
        NEW + ". Afgrænsning til § 9 efterprøves",
    ),
    ("aeldreloven-16", AE, "§ 16", "Afløsning og aflastning af pårørende", SHIFT, None, "", NEW),
    (
        "serviceloven-79",
        S,
        "§ 79",
        "Generelle tilbud med aktiverende og forebyggende sigte",
        START,
        None,
        "",
        "Lov om social service; stk. 3 ophævet 1. juli 2025 ved lov nr. 1703 af 30. december 2024",
    ),
    (
        "serviceloven-79a",
        S,
        "§ 79 a",
        "Forebyggende hjemmebesøg",
        date(2011, 1, 1),
        BEFORE,
        "",
        "Ophævet ved lov nr. 1703 af 30. december 2024. Startdatoen og bestemmelsen i ældreloven efterprøves",
    ),
    (
        "serviceloven-83",
        S,
        "§ 83",
        "Personlig og praktisk hjælp",
        START,
        BEFORE,
        "aeldreloven-10",
        MOVE + ". Gælder stadig for dem uden for ældreloven",
    ),
    (
        "serviceloven-83-andre",
        S,
        "§ 83",
        "Personlig og praktisk hjælp til dem, ældreloven ikke omfatter",
        SHIFT,
        None,
        "",
        MOVE,
    ),
    (
        "serviceloven-83a",
        S,
        "§ 83 a",
        "Rehabiliteringsforløb",
        date(2015, 1, 1),
        BEFORE,
        "aeldreloven-10",
        MOVE + ". Gælder stadig for dem uden for ældreloven",
    ),
    (
        "serviceloven-83a-andre",
        S,
        "§ 83 a",
        "Rehabiliteringsforløb til dem, ældreloven ikke omfatter",
        SHIFT,
        None,
        "",
        MOVE,
    ),
    (
        "serviceloven-83b",
        S,
        "§ 83 b",
        "Madservice til dem, ældreloven ikke omfatter",
        SHIFT,
        None,
        "",
        "Indsat ved lov nr. 1703 af 30. december 2024",
    ),
    (
        "serviceloven-84",
        S,
        "§ 84",
        "Afløsning, aflastning og midlertidigt ophold",
        START,
        BEFORE,
        "aeldreloven-16",
        MOVE + ". Gælder stadig for dem uden for ældreloven",
    ),
    (
        "serviceloven-86",
        S,
        "§ 86",
        "Genoptræning og vedligeholdelsestræning",
        START,
        BEFORE,
        "",
        MOVE + ". Bestemmelsen i ældreloven efterprøves",
    ),
    ("serviceloven-97", S, "§ 97", "Ledsagelse", START, None, "", STAYS + ". Efterprøves"),
    ("serviceloven-112", S, "§ 112", "Hjælpemidler", START, None, "", STAYS + ". Efterprøves"),
    (
        "sundhedsloven-119",
        H,
        "§ 119",
        "Forebyggelse og sundhedsfremme",
        START,
        None,
        "",
        "Lov nr. 546 af 24. juni 2005 (sundhedsloven)",
    ),
    (
        "sundhedsloven-138",
        H,
        "§ 138",
        "Hjemmesygepleje",
        START,
        None,
        "",
        "Lov nr. 546 af 24. juni 2005 (sundhedsloven)",
    ),
    (
        "sundhedsloven-140",
        H,
        "§ 140",
        "Genoptræning efter udskrivning fra sygehus",
        START,
        None,
        "",
        "Lov nr. 546 af 24. juni 2005 (sundhedsloven)",
    ),
    (
        "retssikkerhedsloven-30",
        R,
        "§§ 30–33",
        "Ældreråd: høring og sammensætning",
        START,
        None,
        "",
        "Lov om retssikkerhed og administration på det sociale område. Startdatoen efterprøves",
    ),
]


def add(apps, schema_editor):
    LegalBasis = apps.get_model("vocabularies", "LegalBasis")
    for key, law, paragraph, subject, first, last, _successor, source in ROWS:
        LegalBasis.objects.create(
            key=key,
            law=law,
            paragraph=paragraph,
            subject=subject,
            valid_from=first,
            valid_to=last,
            source=source,
        )
    for key, *_rest, successor, _source in ROWS:
        if successor:
            LegalBasis.objects.filter(key=key).update(successor=LegalBasis.objects.get(key=successor))


def remove(apps, schema_editor):
    rows = apps.get_model("vocabularies", "LegalBasis").objects.filter(key__in=[row[0] for row in ROWS])
    rows.update(successor=None)
    rows.delete()


class Migration(migrations.Migration):
    dependencies = [("vocabularies", "0001_initial")]

    operations = [migrations.RunPython(add, remove)]

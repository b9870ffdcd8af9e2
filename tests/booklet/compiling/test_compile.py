"""From evaluations to the booklet: what each chapter says, and what it must not."""

from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
from django.utils.translation import override
from pypdf import PdfReader
from tests.booklet.making import first_phase, imported_round
from tests.harness.queries import queries_of

from stillads.analysis.figures import count_of
from stillads.analysis.gateway import release
from stillads.booklet.compiling.booklet import Imprint, compile_booklet
from stillads.booklet.compiling.sheet import compile_sheet
from stillads.booklet.models import Booklet
from stillads.booklet.queries.content import round_content
from stillads.booklet.rendering import FORMS, fonts
from stillads.booklet.sheet_file import sheet_pdf
from stillads.documents import pdf
from stillads.documents.blocks import parse_body
from stillads.documents.elements import Comparisons, Findings, Picture, SaidDid
from stillads.evaluation.models import Finding, Rating, TextField
from stillads.ideas.models import Idea
from stillads.kernel.clock import now
from stillads.kernel.ids import public_id as new_id
from stillads.kernel.rules import NotFound
from stillads.trials.models import Criterion, Figure, Phase, Prediction, Trial

TODAY = date(2023, 9, 1)

pytestmark = pytest.mark.django_db


def _figure(phase: Phase, **more: Any) -> Figure:
    fields: dict[str, Any] = {
        "phase": phase,
        "perspective": "citizen",
        "label": "Svar",
        "value": Decimal(9),
        "unit": "borgere",
        "method": "spørgeskema",
        "source": "uge 23",
        "dated": date(2023, 6, 9),
        "created_at": now(),
        "created_by": "test",
    }
    return Figure.objects.create(**(fields | more))


def _refer(phase: Phase, figure: Figure) -> None:
    text = TextField.objects.get(evaluation__phase=phase, key="assessment")
    spans = [{"text": "Vi talte "}, {"number": figure.public_id, "text": "?"}, {"text": "."}]
    text.body = {"blocks": [{"type": "paragraph", "spans": spans}]}
    text.save()


def _in_danish(words: object) -> str:
    with override("da"):
        return str(words)


def _section(chapter: Any, title: str) -> Any:
    return next(section for section in chapter.sections if section.title == title)


def _first_row(document: Any) -> Any:
    """Of the appendix of figures."""
    return document.appendix[0].elements[0].rows[0]


def test_chapters_stand_in_the_rounds_order_with_their_places() -> None:
    imported_round()
    document = compile_booklet("2023-1", today=TODAY)
    assert [(one.number, one.title, one.tested_at) for one in document.chapters] == [
        (1, "Kaffe før klokken syv", "Elmehaven og på pleje- og omsorgscentret Lindely"),
        (2, "Én liste over hjælpemidler", "Depotet"),
        (3, "Gåture i vinterens mørke", "Nord og i Syd"),
    ]
    assert document.period == "1. marts – 8. juni 2023"


def test_empty_boxes_are_not_stated_and_the_others_have_their_findings() -> None:
    imported_round()
    first = compile_booklet("2023-1", today=TODAY).chapters[0]
    boxes = [one for s in first.sections for one in s.elements if isinstance(one, Findings)]
    told = [
        (side.side, one.perspective, one.state, len(one.findings))
        for side in boxes
        for one in side.perspectives
    ]
    assert told == [
        ("advantages", "citizen", "found", 1),
        ("advantages", "employee", "found", 1),
        ("advantages", "economy", "not_stated", 0),
        ("barriers", "citizen", "not_stated", 0),
        ("barriers", "employee", "found", 1),
        ("barriers", "economy", "found", 1),
    ]


def test_a_number_in_a_text_says_what_its_figure_says_now() -> None:
    phase = first_phase(imported_round())
    figure = _figure(phase)
    _refer(phase, figure)
    chapter = compile_booklet("2023-1", today=TODAY).chapters[0]
    assert _section(chapter, "Vurdering").elements[0].body.plain_text() == "Vi talte 9 borgere."
    _figure(phase, value=Decimal(12), replaces=figure)
    chapter = compile_booklet("2023-1", today=TODAY).chapters[0]
    assert _section(chapter, "Vurdering").elements[0].body.plain_text() == "Vi talte 12 borgere."


def test_a_number_about_too_few_is_withheld_unless_the_source_has_published_it() -> None:
    phase = first_phase(imported_round())
    figure = _figure(phase, value=Decimal(2))
    _refer(phase, figure)
    document = compile_booklet("2023-1", today=TODAY)
    instead = _in_danish(release(count_of(figure)).instead)
    assert _section(document.chapters[0], "Vurdering").elements[0].body.plain_text() == f"Vi talte {instead}."
    assert _first_row(document)[1] == instead
    _figure(phase, value=Decimal(2), published_by_source=True, replaces=figure)
    document = compile_booklet("2023-1", today=TODAY)
    assert _first_row(document)[1] == "2 borgere"


def test_a_quote_is_printed_only_when_the_one_who_said_it_agrees() -> None:
    phase = first_phase(imported_round())
    Finding.objects.filter(evaluation__phase=phase, side="barrier", perspective="employee").update(
        evidence="quote"
    )
    text = compile_booklet("2023-1", today=TODAY).chapters[0].model_dump_json()
    assert "Kaffemaskinen larmer." not in text


def test_what_is_invented_says_so() -> None:
    phase = first_phase(imported_round())
    Rating.objects.create(
        evaluation=phase.evaluation,
        perspective="citizen",
        value=2,
        constructed=True,
        saved_by="t",
        saved_at=now(),
    )
    chapters = compile_booklet("2023-1", today=TODAY).chapters
    kinds = [[one.kind for one in chapter.notices] for chapter in chapters]
    assert kinds == [["constructed", "source"], ["source"], ["source"]]
    Trial.objects.filter(pk=phase.trial_id).update(constructed=True)
    assert compile_booklet("2023-1", today=TODAY).chapters[0].notices[0].text == (
        "Prøvehandlingen og personerne er opdigtede."
    )


def test_a_phase_that_never_ran_has_no_chapter() -> None:
    held = imported_round()
    Phase.objects.filter(round=held, order_in_round=2).update(state="stopped")
    assert [one.title for one in compile_booklet("2023-1", today=TODAY).chapters] == [
        "Kaffe før klokken syv",
        "Gåture i vinterens mørke",
    ]


def test_a_preview_says_that_it_is_one_and_an_edition_carries_its_hash() -> None:
    imported_round()
    draft = compile_booklet("2023-1", today=TODAY)
    assert draft.notice is not None
    assert (draft.notice.kind, draft.colophon) == ("draft", None)
    edition = compile_booklet("2023-1", today=TODAY, imprint=Imprint(1, TODAY))
    assert edition.notice is None
    assert edition.colophon is not None
    assert edition.colophon.digest == edition.digest()


def test_foreword_author_and_facts_stand_in_front() -> None:
    imported_round()
    (foreword,) = compile_booklet("2023-1", today=TODAY).front
    assert [one.element for one in foreword.elements] == ["prose", "prose", "facts_box"]
    Booklet.objects.all().delete()
    assert compile_booklet("2023-1", today=TODAY).front == ()


def test_an_unknown_round_is_not_found() -> None:
    with pytest.raises(NotFound):
        compile_booklet("1999-1", today=TODAY)


def test_the_number_of_queries_does_not_grow_with_the_trials() -> None:
    imported_round()
    round_content("2023-1")
    three = len(queries_of(lambda: round_content("2023-1")))
    Phase.objects.exclude(order_in_round=1).update(state="stopped")
    assert len(queries_of(lambda: round_content("2023-1"))) == three


def test_the_sheet_is_one_page_with_findings_and_recommendation() -> None:
    phase = first_phase(imported_round())
    sheet = compile_sheet("2023-1", phase.public_id, today=TODAY)
    assert (sheet.kind, sheet.title, len(sheet.chapters)) == ("sheet", "Kaffe før klokken syv", 1)
    kinds = [one.element for section in sheet.chapters[0].sections for one in section.elements]
    assert kinds == ["findings", "findings", "recommendation"]
    assert len(PdfReader(BytesIO(pdf.render(sheet, fonts=fonts()))).pages) == 1


def test_the_sheet_tells_what_was_said_and_what_was_done() -> None:
    phase = first_phase(imported_round())
    said = Idea.objects.create(
        title="Kaffen først", text="Kaffen først", source="citizen", received_at=now(), idempotency_key="i"
    )
    phase.trial.ideas.add(said)
    sheet = compile_sheet("2023-1", phase.public_id, today=TODAY)
    first = sheet.chapters[0].sections[0].elements[0]
    assert isinstance(first, SaidDid)
    assert [row.said for row in first.rows] == ["Kaffen først"]
    assert "Vi prøvede det af i" in first.rows[0].done
    assert len(PdfReader(BytesIO(pdf.render(sheet, fonts=fonts()))).pages) == 1


def test_the_sheet_of_another_round_is_not_found() -> None:
    phase = first_phase(imported_round())
    with pytest.raises(NotFound):
        compile_sheet("1999-1", phase.public_id, today=TODAY)


@pytest.mark.parametrize(
    ("form", "begins"),
    [("pdf", b"%PDF-"), ("large-print", b"%PDF-"), ("docx", b"PK"), ("html", b"<!doc")],
)
def test_every_form_can_be_made(form: str, begins: bytes) -> None:
    imported_round()
    assert FORMS[form].make(compile_booklet("2023-1", today=TODAY)).startswith(begins)


def test_no_word_of_the_evaluations_is_lost_on_the_way() -> None:
    imported_round()
    printed = compile_booklet("2023-1", today=TODAY).model_dump_json()
    for body in [
        *Finding.objects.values_list("body", flat=True),
        *TextField.objects.values_list("body", flat=True),
    ]:
        for line in parse_body(body).plain_text().split("\n"):
            assert line.replace('"', '\\"') in printed


def test_a_long_trial_is_shortened_until_it_fits_the_page() -> None:
    phase = first_phase(imported_round())
    Finding.objects.filter(evaluation__phase=phase).update(
        body={"blocks": [{"type": "paragraph", "spans": [{"text": "Et langt fund om morgenkaffe. " * 60}]}]}
    )
    extra = list(Finding.objects.filter(evaluation__phase=phase))
    for row in extra * 12:
        row.pk = None
        row.public_id = new_id()
        row.save()
    content, number = sheet_pdf("2023-1", phase.public_id, today=TODAY)
    assert number == 1
    (page,) = PdfReader(BytesIO(content)).pages
    assert "mere i hæftet" in " ".join(page.extract_text().split())


def test_a_locked_prediction_opens_the_chapter_beside_what_was_measured() -> None:
    phase = first_phase(imported_round())
    prediction, _made = Prediction.objects.get_or_create(phase=phase)
    prediction.decision_rule, prediction.evaluation_date = "Mindst 20 %", date(2023, 8, 1)
    prediction.save()
    criterion = Criterion.objects.create(
        phase=phase, perspective="citizen", what="Flere får kaffe før klokken syv", direction="up",
        size=Decimal(2), unit="borgere", how_known="optælling", created_at=now(), created_by="test",
    )  # fmt: skip
    _figure(phase, criterion=criterion, before=Decimal(5), value=Decimal(9), numerator=None)
    prediction.locked_at = now()
    prediction.save()
    Criterion.objects.filter(pk=criterion.pk).update(locked_at=now())
    chapter = compile_booklet("2023-1", today=TODAY).chapters[0]
    (rows,) = [e for s in chapter.sections for e in s.elements if isinstance(e, Comparisons)]
    (row,) = rows.rows
    assert (row.predicted, row.measured) == ("stiger med 2 borgere", "5 borgere før, 9 borgere efter")
    assert row.difference == "2 borgere bedre end forudsagt"


def test_a_part_of_few_is_a_picture_in_its_chapter() -> None:
    phase = first_phase(imported_round())
    _figure(phase, label="Vil gerne blive ved", numerator=9, denominator=25, constructed=True)
    _figure(phase, label="Uden helhed", numerator=None, denominator=25)
    _figure(phase, label="For få", value=Decimal(2), numerator=2, denominator=5)
    (picture,) = _pictures("2023-1")
    assert picture.sentence == "Vil gerne blive ved: 9 af 25"
    assert picture.alt == "Vil gerne blive ved: 9 af 25. Et mærke for hver, og de talte er fyldt ud."
    assert picture.caption == "9. juni 2023 · spørgeskema · uge 23 · konstrueret"


def test_what_the_chapter_says_of_its_source_is_not_said_again() -> None:
    phase = first_phase(imported_round())
    _figure(phase, numerator=9, denominator=25, source="Hæftet 2023")
    Trial.objects.filter(pk=phase.trial_id).update(source_note="Hæftet 2023")
    (picture,) = _pictures("2023-1")
    assert picture.caption == "9. juni 2023 · spørgeskema"
    document = compile_booklet("2023-1", today=TODAY)
    table: Any = document.appendix[0].elements[0]
    assert table.header == ("Tal for", "Tal", "Periode", "Metode")
    assert table.note == "Kilde: Hæftet 2023"


def _pictures(round_key: str) -> list[Picture]:
    chapter = compile_booklet(round_key, today=TODAY).chapters[0]
    return [one for section in chapter.sections for one in section.elements if isinstance(one, Picture)]

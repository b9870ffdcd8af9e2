"""The preview is kept, and never older than any row that it was made from."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.core.cache import caches
from django.utils.translation import override
from tests.booklet.making import first_phase, imported_round
from tests.harness.people import House

from stillads.analysis.models import Verdict
from stillads.booklet.compiling import preview
from stillads.booklet.compiling.booklet import document_of
from stillads.booklet.compiling.preview import preview_page
from stillads.booklet.models import Booklet
from stillads.booklet.queries.content import round_content
from stillads.documents import html
from stillads.documents.edition import Document
from stillads.documents.plain import from_plain
from stillads.evaluation.models import (
    Box,
    EvidenceLink,
    Finding,
    LedgerLine,
    Rating,
    RecommendationPart,
    TextField,
)
from stillads.kernel.clock import now
from stillads.kernel.ids import public_id as new_id
from stillads.organisation.models import Person, Unit
from stillads.organisation.policy import TRIAL_LEAD
from stillads.trials.models import Criterion, Figure, Phase, PhaseSite, Prediction, Round, Trial, Window

KEY, TODAY = "2023-1", date(2023, 9, 1)
Edits = list[tuple[str, Callable[[], object]]]

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _nothing_kept() -> None:
    caches["pages"].clear()


def _shown() -> str:
    return preview_page(KEY, today=TODAY)[1]


def _made_anew() -> str:
    with override("da"):
        return html.render(document_of(round_content(KEY), today=TODAY))


def _body(text: str) -> dict[str, Any]:
    return from_plain(text).model_dump(mode="json")


def _measured(phase: Phase, criterion: Criterion | None = None, **more: Any) -> Figure:
    return Figure.objects.create(
        phase=phase, criterion=criterion, perspective="citizen", label="Svar", unit="borgere",
        method="spørgeskema", source="uge 23", dated=date(2023, 6, 9), created_at=now(), created_by="test",
        **{"value": Decimal(9)} | more,
    )  # fmt: skip


def _full_chapter(phase: Phase, house: House) -> None:
    """Rows of every kind that a chapter is made from and the short booklet does not bring."""
    said = {"saved_by": "test", "saved_at": now()}
    owner = house.person(TRIAL_LEAD, name="Karen Holm")
    PhaseSite.objects.create(phase=phase, unit=house.unit("Elmehaven"), valid_from=phase.start)
    Window.objects.create(phase=phase, name="Uge 23", first_day=phase.start, last_day=phase.end)
    Prediction.objects.create(phase=phase, locked_at=now(), locked_by="test")
    criterion = Criterion.objects.create(
        phase=phase, perspective="citizen", what="Flere svar", direction="up", size=Decimal(10), unit="%",
        locked_at=now(), created_at=now(), created_by="test",
    )  # fmt: skip
    figure = _measured(phase, criterion, before=Decimal(5))
    EvidenceLink.objects.create(
        finding=Finding.objects.filter(evaluation=phase.evaluation).order_by("pk")[0],
        kind="figure", figure=figure, by="test", at=now(),
    )  # fmt: skip
    Rating.objects.create(evaluation=phase.evaluation, perspective="citizen", value=1, **said)
    RecommendationPart.objects.create(
        evaluation=phase.evaluation, proposal="extend", body=_body("Prøves igen."), owner=owner, **said
    )
    LedgerLine.objects.create(
        evaluation=phase.evaluation, what="Tid til kaffe", kind="hours", amount=Decimal(3), rhythm="weekly",
        who="Plejen", method="skøn", **said,
    )  # fmt: skip


def _edits(phase: Phase) -> Edits:
    """One change of each kind of row; made behind every action, as a migration or another version would."""
    of = {"evaluation": phase.evaluation}
    findings = Finding.objects.filter(**of).order_by("pk")
    criterion = Criterion.objects.get(phase=phase)
    first = Figure.objects.get(phase=phase)
    return [
        ("round", lambda: Round.objects.update(end=date(2023, 6, 9))),
        ("booklet", lambda: Booklet.objects.update(title="En anden titel")),
        ("foreword", lambda: Booklet.objects.update(foreword=_body("Et andet forord."))),
        ("trial", lambda: Trial.objects.filter(pk=phase.trial_id).update(title="Kaffe før seks")),
        ("phase", lambda: Phase.objects.filter(pk=phase.pk).update(tested_at_text="")),
        ("unit", lambda: Unit.objects.filter(name="Elmehaven").update(name="Elmelunden")),
        ("site", lambda: PhaseSite.objects.filter(phase=phase).delete()),
        ("window", lambda: Window.objects.update(name="Uge 24")),
        ("text", lambda: TextField.objects.filter(**of, key="assessment").update(body=_body("Det gik godt."))),
        ("finding", lambda: findings.filter(pk=findings[0].pk).update(body=_body("Kaffen var varm."))),
        ("finding removed", lambda: findings.filter(pk=findings[1].pk).update(removed_at=now())),
        ("box", lambda: Box.objects.filter(**of, side="barrier", perspective="citizen").update(state="none_found")),
        ("part", lambda: RecommendationPart.objects.filter(**of).update(body=_body("Prøves ikke igen."))),
        ("owner", lambda: Person.objects.filter(name="Karen Holm").update(name="Karen Sø")),
        ("rating", lambda: Rating.objects.filter(**of, perspective="citizen").update(value=2)),
        ("ledger", lambda: LedgerLine.objects.filter(**of).update(amount=Decimal(4))),
        ("evidence", lambda: EvidenceLink.objects.filter(finding__in=findings).update(source="mødet", figure=None)),
        ("verdict", lambda: _verdict(criterion, first)),
        ("figure", lambda: _measured(phase, criterion, before=Decimal(5), value=Decimal(12), replaces=first)),
        ("expectation", lambda: _amended(criterion)),
        ("order", lambda: Phase.objects.filter(pk=phase.pk).update(order_in_round=9)),
        ("phase stopped", lambda: Phase.objects.filter(pk=phase.pk).update(state="stopped")),
    ]  # fmt: skip


def _verdict(criterion: Criterion, figure: Figure) -> Verdict:
    return Verdict.objects.create(
        criterion=criterion, figure=figure, outcome="met", rule_name="test", inputs={},
        evaluation_date=TODAY, computed_at=now(), by="test",
    )  # fmt: skip


def _amended(criterion: Criterion) -> Criterion:
    amended = Criterion.objects.get(pk=criterion.pk)
    amended.pk, amended.public_id, amended.amends = None, new_id(), criterion
    amended.what, amended.reason = "Flere svar fra pårørende", "De svarer for flere."
    amended.save(force_insert=True)
    return amended


def test_a_change_of_any_row_behind_it_changes_the_preview(house: House) -> None:
    phase = first_phase(imported_round(KEY))
    _full_chapter(phase, house)
    before = _shown()
    assert before == _made_anew()
    for name, edit in _edits(phase):
        edit()
        after = _shown()
        assert after != before, name
        assert after == _made_anew(), name
        before = after


def test_an_unchanged_preview_is_not_made_again(monkeypatch: pytest.MonkeyPatch) -> None:
    imported_round(KEY)
    made = []

    def noted(*args: Any, **kwargs: Any) -> Document:
        made.append(kwargs["today"])
        return document_of(*args, **kwargs)

    monkeypatch.setattr(preview, "document_of", noted)
    assert _shown() == _shown()
    assert made == [TODAY]


def test_another_day_is_another_preview_and_another_language_is_not() -> None:
    imported_round(KEY)
    Phase.objects.update(end=date(2023, 12, 1))  # so that today stands on its line
    shown = _shown()
    assert preview_page(KEY, today=date(2023, 9, 2))[1] != shown
    with override("en"):
        assert _shown() == shown
        caches["pages"].clear()
        assert _shown() == shown

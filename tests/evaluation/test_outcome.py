"""Recommendation, ratings, the small economy, learning, and how far it is."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from tests.evaluation.conftest import Desk, make_phase
from tests.harness.queries import queries_of

from stillads.evaluation.actions import (
    add_ledger_line,
    add_part,
    edit_ledger_line,
    edit_part,
    move_part,
    open_evaluation,
    remove_part,
    save_learning_note,
    set_rating,
    submit,
)
from stillads.evaluation.queries import evaluation_progress, evaluations_of
from stillads.kernel.rules import Conflict, Invalid, RuleError

pytestmark = pytest.mark.django_db
LINE: dict[str, Any] = {
    "what": "Møder", "kind": "hours", "amount": Decimal(-4), "rhythm": "weekly", "who": "Elmely",
    "method": "Kalenderen",
}  # fmt: skip


def test_parts_have_each_their_wording_owner_and_date(desk: Desk) -> None:
    me: dict[str, Any] = {"viewer": desk.lead_viewer, "at": desk.at}
    first = add_part(
        phase=desk.key, proposal="spread", text="Alle steder", owner=desk.lead.public_id,
        due=date(2026, 12, 1), **me,
    )  # fmt: skip
    second = add_part(phase=desk.key, proposal="drop", text="Ikke det", idempotency_key="to", **me)
    assert add_part(phase=desk.key, proposal="drop", text="Ikke det", idempotency_key="to", **me) == second
    move_part(part=second.key, earlier=True, **me)
    edit_part(part=second.key, proposal="extend", text="Lidt endnu", version=1, **me)
    parts = desk.page().parts
    assert [(part.proposal, part.plain, part.owner) for part in parts] == [
        ("extend", "Lidt endnu", ""),
        ("spread", "Alle steder", "Karen Holm"),
    ]
    remove_part(part=first.key, **me)
    assert [part.number for part in desk.page().parts] == [1]
    for wrong, field in (
        ({"proposal": "hvad"}, "proposal"),
        ({"owner": "ingen"}, "owner"),
        ({"text": ""}, "text"),
    ):
        with pytest.raises(RuleError) as refused:
            add_part(**{"phase": desk.key, "proposal": "drop", "text": "A", **wrong, **me})
        assert refused.value.field == field


def test_a_rating_has_a_why_and_not_rated_is_a_choice(desk: Desk) -> None:
    me: dict[str, Any] = {"viewer": desk.lead_viewer, "at": desk.at, "phase": desk.key}
    set_rating(perspective="citizen", value=None, why="For få svar", **me)
    citizen, employee, _economy = desk.page().ratings
    assert (citizen.given, citizen.value, employee.given) == (True, None, False)
    for value, why, field in ((3, "A", "value"), (1, " ", "why")):
        with pytest.raises(RuleError) as refused:
            set_rating(perspective="citizen", value=value, why=why, **me)
        assert refused.value.field == field


def test_hours_and_kroner_once_and_running_are_never_added_together(desk: Desk) -> None:
    me: dict[str, Any] = {"viewer": desk.lead_viewer, "at": desk.at}
    line = add_ledger_line(phase=desk.key, **LINE, estimate=False, **me)
    add_ledger_line(phase=desk.key, **{**LINE, "amount": Decimal("6.5"), "what": "Færre opkald"}, **me)
    add_ledger_line(
        phase=desk.key, **{**LINE, "kind": "kroner", "amount": Decimal(-3000), "rhythm": "once"}, **me
    )
    assert [(s.kind, s.rhythm, s.gained, s.spent, s.net, s.estimate) for s in desk.page().sums] == [
        ("hours", "weekly", Decimal("6.5"), Decimal(4), Decimal("2.5"), True),
        ("kroner", "once", Decimal(0), Decimal(3000), Decimal(-3000), True),
    ]
    edit_ledger_line(line=line.key, **{**LINE, "amount": Decimal(-5)}, version=1, **me)
    late = edit_ledger_line(line=line.key, **{**LINE, "amount": Decimal(-7)}, version=1, **me)
    assert late.kept
    with pytest.raises(Invalid) as refused:
        add_ledger_line(phase=desk.key, **{**LINE, "what": "", "kind": "æbler", "amount": Decimal(0)}, **me)
    assert set(refused.value.errors) == {"what", "kind", "amount"}


def test_what_was_learnt_is_written_in_every_state_and_never_over(desk: Desk) -> None:
    me: dict[str, Any] = {"viewer": desk.lead_viewer, "at": desk.at}
    desk.whole()
    submit(phase=desk.key, **me)
    save_learning_note(phase=desk.key, text="Begynd tidligere", **me)
    save_learning_note(phase=desk.key, text="Begynd meget tidligere", version=1, **me)
    with pytest.raises(Conflict):
        save_learning_note(phase=desk.key, text="Noget andet", version=1, **me)
    learning = desk.page().learning
    assert learning is not None
    assert learning.plain == "Begynd meget tidligere"


def test_the_board_sees_who_has_the_ball(desk: Desk) -> None:
    progress = evaluation_progress([desk.key])[desk.key]
    assert (progress.state, progress.ball, progress.ball_name, len(progress.missing)) == (
        "draft", "writer", "Karen Holm", 12,
    )  # fmt: skip
    desk.whole()
    submit(phase=desk.key, viewer=desk.lead_viewer, at=desk.at)
    progress = evaluation_progress([desk.key])[desk.key]
    assert (progress.state, progress.ball, progress.missing) == ("in_review", "reader", ())


def test_one_phase_or_three_cost_the_same(desk: Desk) -> None:
    keys = [desk.key]
    for n in (2, 3):
        phase = make_phase(desk.house, desk.lead, desk.consultant, key=f"2026-{n}")
        open_evaluation(phase=phase.public_id, viewer=desk.lead_viewer, at=desk.at)
        keys.append(phase.public_id)
    desk.finding()
    for read in (
        lambda wanted: evaluations_of(wanted, desk.lead_viewer),
        evaluation_progress,
    ):
        assert len(queries_of(lambda: read(keys[:1]))) == len(queries_of(lambda: read(keys)))  # noqa: B023

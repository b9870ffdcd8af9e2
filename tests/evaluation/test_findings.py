"""Findings: what must stand behind them, and what an empty box means."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from tests.evaluation.conftest import AFTER, BEFORE, Desk

from stillads.evaluation.actions import (
    add_finding,
    carry_over,
    edit_finding,
    move_finding,
    open_evaluation,
    remove_evidence,
    remove_finding,
    restore_finding,
    save_text,
    set_box,
    settle_kept_save,
)
from stillads.evaluation.evidence import Evidence
from stillads.kernel.rules import Denied, NotFound, RuleError
from stillads.organisation.policy import EMPLOYEE, MANAGER
from stillads.search.models import SearchEntry
from stillads.trials.actions.figures import correct_figure
from stillads.trials.actions.phases import plan_phase
from stillads.trials.actions.rounds import create_round
from stillads.trials.figure_rules import FigureInput
from stillads.trials.models import Phase

pytestmark = pytest.mark.django_db
SURVEY = Evidence("source", source="Spørgeskema i uge 33")


def refusal(desk: Desk, **said: object) -> RuleError:
    with pytest.raises(RuleError) as refused:
        desk.finding(**said)  # type: ignore[arg-type]
    assert str(refused.value.reason)
    return refused.value


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"evidence": "measured"}, "evidence"),
        ({"evidence": "survey"}, "evidence"),
        ({"evidence": "measured", "links": [Evidence("quote", source="en borger")]}, "evidence"),
        ({"evidence": "unclassified"}, "evidence"),
        ({"evidence": "survey", "links": [Evidence("source")]}, "source"),
        ({"evidence": "measured", "links": [Evidence("figure", figure="findesikke")]}, "figure"),
        ({"perspective": "nabo"}, "perspective"),
        ({"text": "  "}, "text"),
        ({"text": "Ring til 010190-1234"}, "text"),
        ({"text": "Det er [tal:findesikke]"}, "text"),
    ],
)
def test_a_finding_that_is_refused_and_where(desk: Desk, said: dict[str, object], field: str) -> None:
    assert refusal(desk, **said).field == field


def test_what_is_called_measured_keeps_its_evidence(desk: Desk) -> None:
    figure = desk.figure()
    desk.finding(evidence="measured", links=[Evidence("figure", figure=figure.public_id)])
    (finding,) = desk.page().box("advantage", "citizen").findings
    assert [link.figure.text for link in finding.links if link.figure] == ["36 borgere"]
    with pytest.raises(RuleError):
        remove_evidence(link=finding.links[0].id, viewer=desk.lead_viewer, at=desk.at)


def test_a_quote_is_printed_only_with_a_yes(desk: Desk) -> None:
    desk.finding("”Tak”", evidence="quote", links=[Evidence("quote", source="en borger")])
    desk.finding(
        "”Godt”", evidence="quote", links=[Evidence("quote", source="en leder", may_be_published=True)]
    )
    desk.finding("Uden nogen", evidence="quote")
    findings = desk.page().box("advantage", "citizen").findings
    assert [finding.may_print for finding in findings] == [False, True, False]


def test_text_from_word_arrives_clean(desk: Desk) -> None:
    desk.finding("Vel\u00adfærd:\r\n\r\n•\tMere\u00a0ro\r\n•\tFærre opkald\u200b\r\n")
    (finding,) = desk.page().box("advantage", "citizen").findings
    assert finding.plain == "Velfærd:\n\n- Mere ro\n- Færre opkald"


def test_a_number_in_a_text_follows_its_correction(desk: Desk) -> None:
    figure = desk.figure()
    save_text(
        phase=desk.key,
        key="assessment",
        text=f"I alt [tal:{figure.public_id}].",
        viewer=desk.lead_viewer,
        at=desk.at,
    )
    assert desk.page().texts["assessment"].body.plain_text() == "I alt 36 borgere."
    correct_figure(
        figure=figure.public_id,
        said=FigureInput(
            "Opfyldte ønsker", "Talt igen", "Ønskelisten", date(2026, 8, 2), Decimal(35), "borgere"
        ),
        reason="Én var talt to gange",
        viewer=desk.consultant,
        at=desk.at,
    )
    text = desk.page().texts["assessment"]
    assert text.body.plain_text() == "I alt 35 borgere."
    assert text.plain == f"I alt [tal:{figure.public_id}]."


def test_findings_are_moved_removed_and_put_back(desk: Desk) -> None:
    first, second = desk.finding("Et"), desk.finding("To")
    me: dict[str, Any] = {"viewer": desk.lead_viewer, "at": desk.at}
    move_finding(finding=second, earlier=True, **me)
    move_finding(finding=second, earlier=True, **me)
    assert [f.plain for f in desk.page().box("advantage", "citizen").findings] == ["To", "Et"]
    remove_finding(finding=first, **me)
    assert [f.plain for f in desk.page().box("advantage", "citizen").findings] == ["To"]
    restore_finding(finding=first, **me)
    assert [f.plain for f in desk.page().box("advantage", "citizen").findings] == ["To", "Et"]


def test_words_written_while_it_was_removed_are_kept(desk: Desk) -> None:
    key = desk.finding("Et")
    me: dict[str, Any] = {"viewer": desk.lead_viewer, "at": desk.at}
    remove_finding(finding=key, **me)
    saved = edit_finding(finding=key, text="Et og mere", evidence="observation", version=1, **me)
    (orphan,) = desk.page().orphans
    assert (orphan.plain, orphan.id) == ("Et og mere", saved.kept)
    settle_kept_save(kept=saved.kept, choice="take", **me)
    assert [f.plain for f in desk.page().box("advantage", "citizen").findings] == ["Et og mere"]


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"state": "none_found"}, "why"),
        ({"state": "not_stated"}, "state"),
        ({"state": "hvad"}, "state"),
    ],
)
def test_an_empty_box_must_say_what_it_means(desk: Desk, said: dict[str, Any], field: str) -> None:
    with pytest.raises(RuleError) as refused:
        set_box(
            phase=desk.key, side="barrier", perspective="economy", viewer=desk.manager, at=desk.at, **said
        )
    assert refused.value.field == field


def test_a_box_with_findings_is_not_empty_and_a_finding_opens_it(desk: Desk) -> None:
    me: dict[str, Any] = {"viewer": desk.lead_viewer, "at": desk.at}
    place: dict[str, Any] = {"phase": desk.key, "side": "advantage", "perspective": "citizen"}
    set_box(**place, state="not_examined", **me)
    desk.finding()
    assert desk.page().box("advantage", "citizen").state == "open"
    with pytest.raises(RuleError) as refused:
        set_box(**place, state="not_examined", **me)
    assert refused.value.field == "state"


def test_an_import_may_leave_open_how_it_is_known(desk: Desk) -> None:
    desk.page()
    imported = _second_phase(desk)
    me: dict[str, Any] = {"viewer": desk.consultant, "at": desk.at}
    open_evaluation(phase=imported.public_id, imported_from="Hæftet 2022", **me)
    place: dict[str, Any] = {"phase": imported.public_id, "perspective": "economy"}
    set_box(**place, side="advantage", state="not_stated", as_written="Ingen", **me)
    add_finding(**place, side="barrier", text="Kørsel", evidence="unclassified", **me)


def test_findings_of_the_last_trial_are_taken_over_once_and_labelled(desk: Desk) -> None:
    desk.finding("Tryghed", evidence="survey", links=[SURVEY])
    me: dict[str, Any] = {"viewer": desk.consultant, "at": desk.at}
    later = _second_phase(desk)
    open_evaluation(phase=later.public_id, **me)
    assert len(carry_over(phase=later.public_id, **me)) == 1
    assert carry_over(phase=later.public_id, **me) == []
    with pytest.raises(RuleError):
        carry_over(phase=desk.key, **me)


def test_findings_are_found_by_part_of_a_word_until_they_are_removed(desk: Desk) -> None:
    key = desk.finding("Døgnrytmeplanen hjælper")
    entry = SearchEntry.objects.get(kind="finding")
    assert (entry.key, "rytmeplan" in entry.folded) == (f"{desk.key}:{key}", True)
    remove_finding(finding=key, viewer=desk.lead_viewer, at=desk.at)
    assert not SearchEntry.objects.filter(kind="finding").exists()


def test_strangers_do_not_write(desk: Desk) -> None:
    desk.house.unit("birkely")
    for stranger in (desk.house.viewer(MANAGER, "birkely"), desk.house.viewer(EMPLOYEE, "elmely")):
        with pytest.raises(Denied) as refused:
            save_text(phase=desk.key, key="assessment", text="Nej", viewer=stranger, at=desk.at)
        assert str(refused.value.reason)


def test_it_is_opened_early_only_with_a_reason_and_only_once(desk: Desk) -> None:
    later = _second_phase(desk, state="running")
    me: dict[str, Any] = {"viewer": desk.lead_viewer, "at": AFTER}
    with pytest.raises(RuleError) as refused:
        open_evaluation(phase=later.public_id, **me)
    assert refused.value.field == "reason"
    first = open_evaluation(phase=later.public_id, reason="Alle er her i dag", **me)
    assert open_evaluation(phase=later.public_id, **me) == first
    with pytest.raises(NotFound):
        open_evaluation(phase="findesikke", **me)


def _second_phase(desk: Desk, state: str = "evaluating") -> Phase:

    create_round(key="2026-2", title="Efteråret", start=date(2026, 9, 1), viewer=desk.consultant, at=BEFORE)
    phase = plan_phase(trial=desk.phase.trial_id, round_="2026-2", viewer=desk.consultant, at=BEFORE)
    Phase.objects.filter(pk=phase.pk).update(state=state)
    return phase

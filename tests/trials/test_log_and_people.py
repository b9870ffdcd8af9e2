"""The log is for everybody at a site; who takes part is for the site alone, and each look is logged."""

from datetime import timedelta

import pytest
from tests.trials.conftest import BEFORE, Bench

from stillads.audit.models import AuditEvent
from stillads.kernel.rules import Denied, RuleError
from stillads.organisation.policy import EMPLOYEE
from stillads.trials.actions.logbook import remove_log_entry, write_log
from stillads.trials.actions.participants import enrol, set_participation
from stillads.trials.actions.windows import add_window
from stillads.trials.models import Participant
from stillads.trials.queries.log import log_of
from stillads.trials.queries.participants import participants_of

pytestmark = pytest.mark.django_db


def test_an_employee_at_a_site_writes_and_one_elsewhere_does_not(bench: Bench) -> None:
    phase = bench.phase()
    bench.house.unit("birkelund")
    near, far = bench.house.viewer(EMPLOYEE, "elmely"), bench.house.viewer(EMPLOYEE, "birkelund")
    for _twice in range(2):
        write_log(phase=phase.pk, text="Stille nat", idempotency_key="k", viewer=near, at=BEFORE)
    assert [entry.text for entry in log_of(phase.pk, viewer=bench.viewer)] == ["Stille nat"]
    with pytest.raises(Denied, match="ikke i din enhed"):
        write_log(phase=phase.pk, text="Hej", viewer=far, at=BEFORE)


def test_the_log_holds_no_day_to_come(bench: Bench) -> None:
    with pytest.raises(RuleError) as refused:
        write_log(
            phase=bench.phase().pk,
            text="I morgen",
            day=BEFORE.date() + timedelta(days=1),
            viewer=bench.viewer,
            at=BEFORE,
        )
    assert refused.value.field == "day"


def test_a_removed_entry_leaves_the_page_and_not_the_house(bench: Bench) -> None:
    phase = bench.phase()
    entry = write_log(phase=phase.pk, text="Forkert", viewer=bench.viewer, at=BEFORE)
    remove_log_entry(entry=entry.public_id, reason="Forkert prøvehandling", viewer=bench.viewer, at=BEFORE)
    assert log_of(phase.pk, viewer=bench.viewer) == []
    entry.refresh_from_db()
    assert entry.removed_reason == "Forkert prøvehandling"


def test_a_participant_gets_a_pseudonym_and_every_answer_stays(bench: Bench) -> None:
    phase, near = bench.phase(), None
    near = bench.house.viewer(EMPLOYEE, "elmely")
    person = enrol(phase=phase.pk, site="elmely", spoken_by="datter", viewer=near, at=BEFORE)
    assert person.pseudonym == "B-01"
    for state in ("participates", "participates", "withdrawn"):
        set_participation(participant=person.public_id, state=state, viewer=near, at=BEFORE)
    page = participants_of(phase.pk, viewer=near)
    assert [a.state for a in page.participants[0].answers] == ["withdrawn", "participates", "informed"]
    assert page.taking_part == 0
    assert Participant.objects.get().left_why == "withdrawn"


def test_looking_at_who_takes_part_is_for_the_site_and_is_logged(bench: Bench) -> None:
    phase = bench.phase()
    bench.house.unit("birkelund")
    participants_of(phase.pk, viewer=bench.house.viewer(EMPLOYEE, "elmely"))
    assert AuditEvent.objects.filter(verb="trials.read_participants").count() == 1
    with pytest.raises(Denied):
        participants_of(phase.pk, viewer=bench.house.viewer(EMPLOYEE, "birkelund"))


def test_a_window_may_be_a_week_and_never_before_anything_is_registered(bench: Bench) -> None:
    phase = bench.phase()
    window = add_window(phase=phase.pk, name="Hovedtelefonen", week=25, viewer=bench.viewer, at=BEFORE)
    assert (window.first_day.isoformat(), window.last_day.isoformat()) == ("2026-06-15", "2026-06-21")
    for week, field in ((3, "first_day"), (60, "week"), (None, "first_day")):
        with pytest.raises(RuleError) as refused:
            add_window(phase=phase.pk, name="Tidligt", week=week, viewer=bench.viewer, at=BEFORE)
        assert refused.value.field == field

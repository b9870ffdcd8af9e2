"""Registering once, in time, about the right people; taking back; the sums that follow."""

from datetime import date, datetime, timedelta

import pytest
from tests.harness.capturing import NOON, Ward, new_ward
from tests.harness.queries import queries_of

from stillads.audit.models import AuditEvent
from stillads.capture.actions.buckets import rebuild
from stillads.capture.actions.entries import Said, register, void
from stillads.capture.models import Bucket, Entry
from stillads.capture.queries.tapping import count_of_day
from stillads.kernel.clock import COPENHAGEN
from stillads.kernel.rules import Conflict, Denied, Invalid, NotFound, RuleError
from stillads.organisation.policy import EMPLOYEE
from stillads.trials.actions.participants import set_participation


def _sums(measure: str, piece: str = "") -> tuple[object, ...] | None:
    row = Bucket.objects.filter(measure=measure, slice=piece).first()
    return (row.n, row.total, row.numerator, row.denominator) if row else None


def test_a_tap_is_an_entry_with_its_sums_and_its_line_in_the_log(ward: Ward) -> None:
    made = ward.says("calls", "event", "k1", raw={"event": "citizen", "avoidable": "yes", "minutes": "1:30"})
    entry = Entry.objects.get()
    assert made.entry == entry and not made.again
    assert entry.answers == {"event": "citizen", "avoidable": "yes", "minutes": 90}
    assert (entry.local_day, entry.site.key, entry.actor_id) == (NOON.date(), "elmely", ward.nurse.pk)
    assert _sums("calls") == (1, 1, 1, 1)
    assert _sums("calls", "event=citizen") == (1, 1, 1, 1)
    assert _sums("calls", "hour=12") == (1, 1, 1, 1)
    assert _sums("avoidable") == (1, 0, 1, 1)
    assert _sums("call_minutes") == (1, 90, 0, 1)
    logged = AuditEvent.objects.get(verb="capture.register")
    assert logged.data == {"entry": entry.public_id, "form": "event"}


def test_sent_again_it_is_the_same_one_and_with_other_answers_a_conflict(ward: Ward) -> None:
    first = ward.says("calls", "event", "k1", raw={"event": "citizen"})
    again = ward.says("calls", "event", "k1", raw={"event": "citizen"})
    assert again.again and again.entry == first.entry
    with pytest.raises(Conflict) as refused:
        ward.says("calls", "event", "k1", raw={"event": "colleague"})
    assert str(refused.value) == "Den er sendt før med andre svar. Begge kan ikke gemmes som én registrering."
    assert Entry.objects.count() == 1
    assert _sums("calls") == (1, 1, 1, 1)


def test_unanswered_is_looked_at_but_not_used(ward: Ward) -> None:
    ward.says("calls", "event", "k1", raw={"event": "citizen"})
    ward.says("calls", "event", "k2", raw={"event": "citizen", "avoidable": "no"})
    assert _sums("avoidable") == (2, 0, 0, 1)


def test_wrong_answers_are_told_field_by_field_and_nothing_is_kept(ward: Ward) -> None:
    with pytest.raises(Invalid) as refused:
        ward.says("calls", "event", "k1", raw={"event": "cat", "minutes": "lang tid", "colour": "red"})
    assert {name: str(reason) for name, reason in refused.value.errors.items()} == {
        "event": "Vælg et af svarene på listen.",
        "minutes": "Skriv, hvor længe det varede, for eksempel 45 min.",
        "colour": "Skemaet er blevet ændret. Åbn det igen.",
    }
    assert not Entry.objects.exists() and not Bucket.objects.exists()


def test_taken_back_it_stays_as_a_row_and_leaves_the_sums(ward: Ward) -> None:
    made = ward.says("calls", "event", "k1", raw={"event": "citizen", "avoidable": "yes"})
    taken = void(entry=made.entry.public_id, reason="Forkert knap", viewer=ward.employee, at=ward.at)
    again = void(entry=made.entry.public_id, reason="Forkert knap", viewer=ward.employee, at=ward.at)
    assert again.again and again.entry == taken.entry
    assert Entry.objects.count() == 2
    assert _sums("calls") == (0, 0, 0, 0)
    assert _sums("avoidable") == (0, 0, 0, 0)
    with pytest.raises(RuleError) as refused:
        void(entry=taken.entry.public_id, reason="", viewer=ward.employee, at=ward.at)
    assert str(refused.value) == "Det, der er fortrudt, kan ikke fortrydes igen. Registrér det på ny."


def test_a_correction_takes_the_old_ones_place_with_a_reason(ward: Ward) -> None:
    made = ward.says("calls", "event", "k1", raw={"event": "citizen"})
    with pytest.raises(RuleError) as refused:
        ward.says("calls", "event", "k2", raw={"event": "colleague"}, corrects=made.entry.public_id)
    assert (str(refused.value), refused.value.field) == ("Skriv, hvorfor det rettes.", "reason")
    ward.says(
        "calls", "event", "k2", raw={"event": "colleague"}, corrects=made.entry.public_id, reason="Forkert knap"
    )  # fmt: skip
    assert _sums("calls") == (1, 1, 1, 1)
    assert _sums("calls", "event=citizen") == (0, 0, 0, 0)
    assert _sums("calls", "event=colleague") == (1, 1, 1, 1)
    with pytest.raises(Conflict) as late:
        ward.says(
            "calls", "event", "k3", raw={"event": "citizen"}, corrects=made.entry.public_id, reason="Igen"
        )
    assert str(late.value) == "Den registrering er allerede fortrudt."


def test_the_days_count_is_of_what_stands_whatever_day_it_was_put_right_to(ward: Ward) -> None:
    row, yesterday = ward.deployment("calls"), NOON - timedelta(days=1)

    def counts() -> tuple[int, int]:
        return count_of_day(row, NOON.date()), count_of_day(row, yesterday.date())

    made = [ward.says("calls", "event", f"k{n}", raw={"event": "citizen"}).entry for n in range(3)]
    assert counts() == (3, 0)
    moved = ward.says(
        "calls", "event", "k3", raw={"event": "citizen"}, occurred_at=yesterday,
        corrects=made[0].public_id, reason="Det var i går",
    ).entry  # fmt: skip
    assert counts() == (2, 1)
    ward.says(
        "calls", "event", "k4", raw={"event": "citizen"}, corrects=moved.public_id, reason="Alligevel i dag"
    )
    assert counts() == (3, 0)
    void(entry=made[1].public_id, reason="", viewer=ward.employee, at=ward.at)
    assert counts() == (2, 0)
    assert counts()[0] == Entry.objects.filter(
        local_day=NOON.date(), voided_by__isnull=True
    ).exclude(form="void").count()  # fmt: skip


def test_sums_made_anew_are_the_same_sums(ward: Ward) -> None:
    for number, who in enumerate(["citizen", "citizen", "colleague", "relative"]):
        ward.says("calls", "event", f"k{number}", raw={"event": who, "avoidable": "yes", "minutes": "3"})
    void(entry=Entry.objects.all()[0].public_id, reason="", viewer=ward.employee, at=ward.at)
    columns = ("measure", "slice", "n", "total", "total_of_squares", "numerator", "denominator")
    kept = sorted(row for row in Bucket.objects.values_list(*columns) if row[2])
    assert rebuild(deployment=ward.deployment("calls"), at=ward.at) == 3
    assert sorted(Bucket.objects.values_list(*columns)) == kept


@pytest.mark.parametrize(
    ("moment", "reason"),
    [
        (NOON + timedelta(minutes=6), "Det ligger ude i fremtiden. Går uret på telefonen rigtigt?"),
        (NOON - timedelta(days=2), "Det kan højst registreres 1 dage efter."),
    ],
)
def test_a_wrong_clock_and_a_day_long_past_are_refused(ward: Ward, moment: datetime, reason: str) -> None:
    with pytest.raises(RuleError) as refused:
        ward.says("calls", "event", "k1", raw={"event": "citizen"}, occurred_at=moment)
    assert (str(refused.value), refused.value.field) == (reason, "occurred_at")


def test_yesterdays_forgotten_event_counts_yesterday(ward: Ward) -> None:
    ward.says("calls", "event", "k1", raw={"event": "citizen"}, occurred_at=NOON - timedelta(days=1))
    assert Bucket.objects.get(measure="calls", slice="").day == date(2026, 5, 5)


def test_a_queue_that_was_long_without_coverage_loses_nothing(ward: Ward) -> None:
    """Written down in time, sent nine days later."""
    tapped = NOON - timedelta(days=9)
    ward.says(
        "calls", "event", "k1", raw={"event": "citizen"}, occurred_at=tapped, tapped_at=tapped, source="queue"
    )  # fmt: skip
    entry = Entry.objects.get()
    assert (entry.local_day, entry.received_at) == (date(2026, 4, 27), NOON)


def test_another_units_employee_is_denied(ward: Ward) -> None:
    stranger = ward.house.viewer(EMPLOYEE, "toftegaarden")
    with pytest.raises(Denied):
        ward.says("calls", "event", "k1", raw={"event": "citizen"}, viewer=stranger)
    with pytest.raises(NotFound):
        register(deployment="nothere", said=Said("event", {}, "k"), viewer=ward.employee, at=ward.at)


def test_about_a_citizen_only_after_a_yes_and_not_after_a_no(ward: Ward) -> None:
    with pytest.raises(RuleError) as nobody:
        ward.says("wishes", "heard", "k1", raw={"wish": "Kaffe", "area": "meals", "on_behalf": "self"})
    assert (str(nobody.value), nobody.value.field) == ("Vælg, hvem det handler om.", "participant")
    person = ward.participant(state="informed")
    said = {"wish": "Kaffe kl. 6", "area": "meals", "on_behalf": "self"}
    ward.says("wishes", "heard", "k2", raw=said, participant=person.public_id)
    set_participation(participant=person.pk, state="declines", viewer=ward.consultant, at=ward.at)
    with pytest.raises(RuleError) as declined:
        ward.says("wishes", "heard", "k3", raw=said, participant=person.public_id)
    assert str(declined.value) == "Borgeren har sagt nej til at deltage. Der registreres ikke noget."
    with pytest.raises(NotFound):
        ward.says("wishes", "heard", "k4", raw=said, participant="nobody")


def test_a_reference_to_nothing_is_refused_beside_its_field(ward: Ward) -> None:
    person = ward.participant()
    with pytest.raises(Invalid) as refused:
        ward.says("desk", "loan", "k1", raw={"item": "bicycle"}, participant=person.public_id)
    assert {name: str(reason) for name, reason in refused.value.errors.items()} == {
        "item": "Vælg fra listen."
    }
    ward.says("desk", "loan", "k2", raw={"item": "walker"}, participant=person.public_id)


def test_a_cpr_number_in_free_text_never_reaches_the_database(ward: Ward) -> None:
    with pytest.raises(Invalid) as refused:
        ward.says("talks", "answer", "k1", raw={"mood": "4", "wish": "Ring til 010145-1234"})
    assert list(refused.value.errors) == ["wish"]
    assert not Entry.objects.exists()


def test_registering_takes_the_same_queries_however_much_there_is(ward: Ward) -> None:
    def tap(key: str) -> None:
        ward.says("calls", "event", key, raw={"event": "citizen"})

    tap("k0")
    few = queries_of(lambda: tap("k1"))
    for number in range(2, 12):
        tap(f"k{number}")
    many = queries_of(lambda: tap("k12"))
    assert len(few) == len(many)


def test_before_it_begins_and_after_it_ends_the_reason_names_the_day(db: None, freeze: object) -> None:
    ward = new_ward(running=False)
    early = datetime(2026, 3, 10, 12, tzinfo=COPENHAGEN)
    with pytest.raises(RuleError) as refused:
        register(
            deployment=ward.deployment("calls").pk, said=Said("event", {"event": ["citizen"]}, "k"),
            viewer=ward.employee, at=early,
        )  # fmt: skip
    assert str(refused.value) == "Registreringen begynder den 16. marts 2026."
    late = datetime(2026, 8, 3, 12, tzinfo=COPENHAGEN)
    with pytest.raises(RuleError) as over:
        register(
            deployment=ward.deployment("calls").pk, said=Said("event", {"event": ["citizen"]}, "k"),
            viewer=ward.employee, at=late,
        )  # fmt: skip
    assert str(over.value) == "Registreringen sluttede den 21. juli 2026."
    with pytest.raises(RuleError) as baseline:
        register(
            deployment=ward.deployment("talks").pk, said=Said("answer", {"mood": ["4"]}, "k"),
            viewer=ward.employee, at=datetime(2026, 3, 20, 12, tzinfo=COPENHAGEN),
        )  # fmt: skip
    assert str(baseline.value) == "Registreringen begynder på dag 1, den 13. april 2026."

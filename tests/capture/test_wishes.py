"""A wish from heard to told back: once, in order, on one list per citizen, with dates that can be measured."""

from datetime import date, timedelta
from typing import Any

import pytest
from tests.conftest import Freeze
from tests.harness.capturing import END, NOON, Ward, new_trial_beside
from tests.harness.queries import assert_same_query_count

from stillads.audit.models import AuditEvent
from stillads.capture.actions.wishes import act_on_wish, close_wish, hear_wish, tell_back
from stillads.capture.facts import facts_of_entry
from stillads.capture.models import Entry, Wish
from stillads.capture.queries.wishes import citizens_wishes, count_waiting, one_wish, open_wishes
from stillads.kernel.rules import Conflict, Denied, Invalid, NotFound, RuleError
from stillads.kernel.sealed import seal
from stillads.organisation.actions.residents import add_residents
from stillads.organisation.models import Citizen
from stillads.organisation.policy import EMPLOYEE
from stillads.organisation.queries.residents import residents_of
from stillads.trials.actions.participants import enrol, set_participation
from stillads.trials.models import Participant


def _hear(ward: Ward, who: Participant, text: str = "Kaffe kl. 6", key: str = "w1", **more: Any) -> Wish:
    wanted: dict[str, Any] = {
        "deployment": ward.deployment("wishes", who.site.key).pk, "participant": who.public_id, "text": text,
        "area": "meals", "on_behalf": "self", "idempotency_key": key, "viewer": ward.employee, "at": NOON,
    }  # fmt: skip
    return hear_wish(**(wanted | more))


def _step(ward: Ward, wish: Wish, key: str, **more: Any) -> dict[str, Any]:
    return {
        "wish": wish.public_id, "version": wish.version, "idempotency_key": key,
        "viewer": ward.employee, "at": NOON, **more,
    }  # fmt: skip


def test_heard_acted_told_each_an_entry_with_its_dates(ward: Ward, freeze: Freeze) -> None:
    wish = _hear(ward, ward.participant())
    assert (wish.state, wish.due_on) == ("heard", date(2026, 5, 20))
    freeze(NOON + timedelta(days=2))
    wish = act_on_wish(**_step(ward, wish, "a1", did="Kaffen er sat frem", at=NOON + timedelta(days=2)))
    wish = tell_back(**_step(ward, wish, "t1", answer="Dejligt!", at=NOON + timedelta(days=3)))
    wish.refresh_from_db()
    assert (wish.state, wish.version, wish.told_on) == ("told", 3, date(2026, 5, 9))
    entries = list(Entry.objects.filter(subject=wish.public_id).order_by("pk"))
    assert [entry.form for entry in entries] == ["heard", "acted", "told"]
    facts = facts_of_entry(entries[2], wish.deployment)
    assert {key: facts[key] for key in ("heard_on", "acted_on", "told_on", "state")} == {
        "heard_on": "2026-05-06", "acted_on": "2026-05-08", "told_on": "2026-05-09", "state": "told",
    }  # fmt: skip
    verbs = ["capture.hear_wish", "capture.act_on_wish", "capture.tell_back"]
    logged = AuditEvent.objects.filter(target=f"wish:{wish.public_id}").order_by("pk")
    assert list(logged.values_list("verb", flat=True)) == verbs


def test_sent_again_it_is_the_same_wish_and_the_same_step(ward: Ward) -> None:
    who = ward.participant()
    wish = _hear(ward, who)
    assert _hear(ward, who) == wish
    with pytest.raises(Conflict) as other:
        _hear(ward, who, "Te kl. 6")
    assert str(other.value) == "Den er sendt før med andre svar. Begge kan ikke gemmes som én registrering."
    step = _step(ward, wish, "a1", did="Gjort")
    assert act_on_wish(**step).version == act_on_wish(**step).version == 2
    assert Entry.objects.filter(subject=wish.public_id).count() == 2


def test_whoever_saw_an_older_state_is_told_so_and_nothing_is_written_over(ward: Ward) -> None:
    wish = _hear(ward, ward.participant())
    act_on_wish(**_step(ward, wish, "a1", did="Kaffen er sat frem"))
    with pytest.raises(Conflict) as late:
        act_on_wish(**_step(ward, wish, "a2", did="Te"))
    assert str(late.value) == "En anden har skrevet her imens. Se, hvad der står nu, og skriv igen."
    assert Wish.objects.get().did == "Kaffen er sat frem"
    with pytest.raises(Conflict) as order:
        act_on_wish(**_step(ward, Wish.objects.get(), "a3", did="Te"))
    assert "Gjort, ikke fortalt endnu" in str(order.value)


def test_what_cannot_be_done_is_closed_with_the_reason(ward: Ward) -> None:
    wish = _hear(ward, ward.participant(), area="bath")
    with pytest.raises(Invalid) as empty:
        close_wish(**_step(ward, wish, "c1", why=" "))
    assert {k: str(v) for k, v in empty.value.errors.items()} == {"why": "Det skal besvares."}
    wish = close_wish(**_step(ward, wish, "c1", why="Badet er lukket om natten"))
    assert (wish.state, wish.closed_why, wish.told_on) == ("closed", "Badet er lukket om natten", NOON.date())
    assert open_wishes(viewer=ward.employee) == []


def test_a_cpr_number_a_strange_area_and_nobody_are_refused(ward: Ward) -> None:
    who = ward.participant()
    with pytest.raises(Invalid) as wrong:
        _hear(ward, who, "Ring til 010203-1234", area="space", on_behalf="king")
    assert set(wrong.value.errors) == {"wish", "area", "on_behalf"}
    with pytest.raises(NotFound):
        _hear(ward, who, participant="nobody")
    with pytest.raises(RuleError) as early:
        wish = _hear(ward, who)
        act_on_wish(**_step(ward, wish, "a1", did="Gjort", acted_on="2026-05-05"))
    assert early.value.field == "acted_on"
    assert not Entry.objects.filter(form="acted").exists()


def test_in_a_conversation_a_wish_is_not_lost_for_want_of_an_area(ward: Ward) -> None:
    heard = ward.says(
        "wishes",
        "heard",
        "k",
        raw={"wish": "x", "on_behalf": "self"},
        participant=ward.participant().public_id,
    )
    wish = _hear(ward, ward.participant(), area="somewhere", heard_in=heard.entry.public_id)
    assert (wish.area, wish.heard_in) == ("", heard.entry.public_id)


def test_one_list_for_the_citizen_wherever_it_was_heard(ward: Ward) -> None:
    gudrun = Citizen.objects.create(name_sealed=seal("Gudrun"), created_at=NOON)
    here = ward.participant(citizen_id=gudrun.pk)
    there = ward.participant("toftegaarden", citizen_id=gudrun.pk)
    stranger = ward.participant("toftegaarden")
    _hear(ward, here, "Kaffe kl. 6", "w1")
    _hear(ward, there, "Ud i haven", "w2", viewer=ward.consultant)
    _hear(ward, stranger, "Bad om aftenen", "w3", viewer=ward.consultant)
    own = citizens_wishes(participant=here.public_id, viewer=ward.employee)
    assert [wish.text for wish in own.wishes] == ["Ud i haven", "Kaffe kl. 6"]
    assert {wish.text for wish in open_wishes(viewer=ward.employee)} == {"Ud i haven", "Kaffe kl. 6"}
    assert count_waiting(viewer=ward.employee, day=date(2026, 5, 21)) == (2, 2, date(2026, 5, 20))
    tell = Wish.objects.get(text="Ud i haven")
    assert act_on_wish(**_step(ward, tell, "a1", did="Vi var ude")).state == "acted"
    with pytest.raises(Denied):
        citizens_wishes(participant=stranger.public_id, viewer=ward.employee)
    with pytest.raises(Denied):
        act_on_wish(**_step(ward, Wish.objects.get(text="Bad om aftenen"), "a2", did="Gjort"))
    looks = AuditEvent.objects.filter(verb="capture.wishes.read")
    assert [look.target for look in looks] == [f"participant:{here.public_id}", "unit:all"]


def test_one_list_for_the_resident_from_trial_to_trial_with_dates_and_on_whose_behalf(ward: Ward) -> None:
    """Another trial at the same unit enrols the same resident from the unit's list."""
    unit = ward.house.units["elmely"].public_id
    add_residents(unit=unit, names="Gudrun Holm", viewer=ward.manager, at=NOON)
    [gudrun] = residents_of(unit=unit, viewer=ward.employee)
    here = ward.participant(resident=gudrun.public_id, viewer=ward.employee)
    _hear(ward, here, "Kaffe kl. 6", "w1", on_behalf="relative")
    done = act_on_wish(**_step(ward, Wish.objects.get(), "a1", did="Kaffen er sat frem"))
    other = new_trial_beside(ward)
    there = enrol(
        phase=other.phase.pk, site="elmely", state="participates", resident=gudrun.public_id, viewer=ward.employee,
        at=NOON,
    )  # fmt: skip
    hear_wish(
        deployment=other.deployment("wishes").pk, participant=there.public_id, text="Ud i haven", area="bath",
        on_behalf="staff", idempotency_key="w2", viewer=ward.employee, at=NOON,
    )  # fmt: skip
    for participant in (here, there):
        own = citizens_wishes(participant=participant.public_id, viewer=ward.employee)
        assert [(w.text, w.on_behalf, w.state, w.heard_on, w.acted_on) for w in own.wishes] == [
            ("Ud i haven", "En medarbejder, der har set det", "heard", NOON.date(), None),
            ("Kaffe kl. 6", "En pårørende på borgerens vegne", "acted", NOON.date(), done.acted_on),
        ]
        assert len({wish.trial_title for wish in own.wishes}) == 2


def test_the_longest_overdue_stands_first(ward: Ward) -> None:
    first, second = _hear(ward, ward.participant(), key="w1"), _hear(ward, ward.participant(), key="w2")
    Wish.objects.filter(pk=second.pk).update(due_on=date(2026, 5, 1))
    assert [wish.public_id for wish in open_wishes(viewer=ward.manager)] == [
        second.public_id,
        first.public_id,
    ]


def test_an_open_wish_is_followed_up_after_the_trial_but_no_new_one_heard(ward: Ward, freeze: Freeze) -> None:
    who = ward.participant()
    wish = _hear(ward, who)
    after = NOON.replace(month=8)
    assert after.date() > END
    freeze(after)
    with pytest.raises(RuleError):
        _hear(ward, who, key="w2", at=after)
    assert act_on_wish(**_step(ward, wish, "a1", did="Gjort", at=after)).state == "acted"


def test_about_a_citizen_who_has_left_a_wish_can_only_be_closed(ward: Ward) -> None:
    who = ward.participant()
    wish = _hear(ward, who)
    set_participation(participant=who.public_id, state="withdrawn", viewer=ward.consultant, at=NOON)
    with pytest.raises(RuleError) as left:
        act_on_wish(**_step(ward, wish, "a1", did="Gjort"))
    assert str(left.value).startswith("Borgeren deltager ikke længere.")
    assert one_wish(wish=wish.public_id, viewer=ward.employee).left
    assert close_wish(**_step(ward, wish, "c1", why="Borgeren er ude af forsøget")).state == "closed"


def test_another_units_employee_hears_nothing_here(ward: Ward) -> None:
    with pytest.raises(Denied):
        _hear(ward, ward.participant(), viewer=ward.house.viewer(EMPLOYEE, "toftegaarden"))


def test_the_worklist_costs_the_same_with_one_and_three(ward: Ward) -> None:
    keys = iter("abcdefg")
    assert_same_query_count(
        show=lambda: open_wishes(viewer=ward.employee),
        add=lambda: _hear(ward, ward.participant(), key=next(keys)),
    )

"""What higher rooms tell this one: what hinders closing, what a person answers for, what is kept how long."""

from datetime import date, datetime, timedelta

import pytest
from tests.harness.people import House

from stillads.kernel.clock import COPENHAGEN, now, today
from stillads.kernel.rules import Denied, RuleError
from stillads.kernel.viewer import Viewer
from stillads.organisation import closing, responsibilities
from stillads.organisation.actions.handover import hand_over
from stillads.organisation.actions.units import close_unit
from stillads.organisation.models import Absence, Assignment, Invitation, Person, QuickCode, User
from stillads.organisation.policy import CONSULTANT, EMPLOYEE, MANAGER
from stillads.organisation.responsibilities import Responsibility
from stillads.organisation.retention import erase_absences, erase_contacts, erase_invitations


class Keys:
    """A kind of responsibility that a higher room could have: keys to a cupboard."""

    kind = "test.keys"
    label = "Nøgler"

    def __init__(self, holder: int) -> None:
        self.holder = holder
        self.until: date | None = None

    def held_by(self, *, person_id: int, on: date) -> list[Responsibility]:
        return [Responsibility(self.kind, "k1", "Skabet")] if person_id == self.holder else []

    def hand_over(
        self, *, from_id: int, to_id: int, first_day: date, until: date | None, viewer: Viewer, at: datetime
    ) -> int:
        if self.holder != from_id:
            return 0
        self.holder, self.until = to_id, until
        return 1


@pytest.fixture(autouse=True)
def own_registries(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(responsibilities, "_providers", dict(responsibilities._providers))
    monkeypatch.setattr(closing, "_finders", dict(closing._finders))


def test_a_unit_does_not_close_while_another_room_needs_it(house: House) -> None:
    unit = house.unit("elmely")
    closing.declare(
        "test.rounds", lambda *, unit_id, last_day: ["Runden kører endnu."] if unit_id == unit.pk else []
    )
    viewer = house.viewer(CONSULTANT)
    with pytest.raises(RuleError, match="Runden kører endnu"):
        close_unit(unit=unit.public_id, last_day=today(), viewer=viewer, at=now())
    closing.declare("test.rounds", lambda *, unit_id, last_day: [])
    assert close_unit(unit=unit.public_id, last_day=today(), viewer=viewer, at=now()).valid_to == today()


def test_everything_goes_over_in_one_step_or_nothing_does(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    leaver, heir = house.person(MANAGER, "elmely"), house.person(EMPLOYEE, "elmely")
    keys = Keys(leaver.pk)
    responsibilities.register(keys)

    def act() -> dict[str, int]:
        return hand_over(
            person=leaver.public_id, successor=heir.public_id, first_day=today(), until=None,
            viewer=house.viewer_of(leaver), at=now(),
        )  # fmt: skip

    def refuse(**_: object) -> int:
        raise RuleError("Nej.")

    with monkeypatch.context() as patch:
        patch.setattr(keys, "hand_over", refuse)
        with pytest.raises(RuleError, match="Nej"):
            act()
    assert not heir.assignments.filter(role=MANAGER).exists()
    assert act() == {"organisation.units": 1, "test.keys": 1}
    assert keys.holder == heir.pk
    with pytest.raises(RuleError, match="ikke noget at overdrage"):
        act()


def test_a_colleague_hands_nothing_over_for_others(house: House) -> None:
    leaver, heir = house.person(MANAGER, "elmely"), house.person(EMPLOYEE, "elmely")
    with pytest.raises(Denied):
        hand_over(
            person=leaver.public_id, successor=heir.public_id, first_day=today(), until=None,
            viewer=house.viewer_of(heir), at=now(),
        )  # fmt: skip


AT = datetime(2026, 9, 1, 7, tzinfo=COPENHAGEN)


def test_contacts_of_leavers_are_erased_after_half_a_year_and_their_name_stays(house: House) -> None:
    gone, here = house.person(EMPLOYEE, name="Bo Lund"), house.person(EMPLOYEE, name="Kim Skov")
    QuickCode.objects.create(person=gone, code_hash="x", set_at=AT)
    Assignment.objects.filter(person=gone).update(valid_to=AT.date() - timedelta(days=180))
    assert erase_contacts(AT) == 0
    Assignment.objects.filter(person=gone).update(valid_to=AT.date() - timedelta(days=181))
    assert erase_contacts(AT) == 1
    gone.refresh_from_db()
    assert (gone.name, gone.email, gone.user) == ("Bo Lund", "", None)
    assert not QuickCode.objects.exists()
    assert list(User.objects.values_list("email", flat=True)) == [here.email]
    assert erase_contacts(AT) == 0


def test_used_and_old_links_and_old_absences_are_erased(house: House) -> None:
    person = Person.objects.create(name="Bo Lund")
    for token, until, used in (("a", AT, None), ("b", AT - timedelta(seconds=1), None), ("c", AT, AT)):
        Invitation.objects.create(person=person, token_hash=token, made_at=AT, until=until, used_at=used)
    assert erase_invitations(AT) == 2
    for days in (90, 91):
        last = AT.date() - timedelta(days=days)
        Absence.objects.create(person=person, first_day=last, last_day=last)
    assert erase_absences(AT) == 1

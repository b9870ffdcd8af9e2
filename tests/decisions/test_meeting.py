"""The welfare meeting: drafted agenda, feedback by role, frozen once."""

import hashlib
import json
from datetime import datetime, timedelta

import pytest
from tests.harness.people import House

from stillads.audit.models import AuditEvent
from stillads.decisions.actions.feedback import Answer, freeze_meeting, give_feedback, type_paper_feedback
from stillads.decisions.actions.meeting import meeting_token, open_feedback, order_agenda
from stillads.decisions.models import AgendaItem, Feedback, Meeting
from stillads.decisions.queries.meeting import feedback_by_item, meeting_by_token, meeting_of_round
from stillads.kernel.clock import COPENHAGEN
from stillads.kernel.rules import Conflict, Denied, Invalid, NotFound, RuleError
from stillads.kernel.viewer import PUBLIC, Viewer

pytestmark = pytest.mark.django_db
AT = datetime(2022, 10, 5, 14, 0, tzinfo=COPENHAGEN)


def _open(meeting: Meeting, viewer: Viewer) -> Meeting:
    return open_feedback(meeting=meeting, until=AT + timedelta(hours=3), viewer=viewer, at=AT)


def test_the_agenda_is_drafted_from_the_rounds_trials_in_their_order(meeting: Meeting) -> None:
    page = meeting_of_round("2022-2")
    assert page is not None
    assert [line.title for line in page.agenda] == ["Velfærdssamtaler", "Straksvisitation"]
    assert page.minutes == 20


def test_the_agenda_takes_the_order_it_is_given(meeting: Meeting, consultant: Viewer) -> None:
    first, second = meeting.items.all()
    order_agenda(meeting=meeting, public_ids=[second.public_id], viewer=consultant, at=AT)
    assert [item.title for item in meeting.items.all()] == ["Straksvisitation", "Velfærdssamtaler"]
    assert first.meeting_id == meeting.pk


def test_an_employee_does_not_change_the_agenda(meeting: Meeting) -> None:
    with pytest.raises(Denied):
        order_agenda(meeting=meeting, public_ids=[], viewer=PUBLIC, at=AT)


def test_feedback_is_refused_before_it_is_opened_and_after_it_is_closed(
    meeting: Meeting, consultant: Viewer
) -> None:
    item = meeting.items.all()[0]
    answer = Answer(role="leader", value=4)
    with pytest.raises(RuleError) as early:
        give_feedback(item=item, answer=answer, idempotency_key="a", viewer=PUBLIC, at=AT)
    _open(meeting, consultant)
    item.refresh_from_db()
    late = AT + timedelta(hours=4)
    with pytest.raises(RuleError) as after:
        give_feedback(item=item, answer=answer, idempotency_key="a", viewer=PUBLIC, at=late)
    assert str(early.value.reason) != str(after.value.reason)
    assert Feedback.objects.count() == 0


def test_a_double_tap_is_one_answer(meeting: Meeting, consultant: Viewer) -> None:
    _open(meeting, consultant)
    item = meeting.items.all()[0]
    for _tap in range(2):
        give_feedback(
            item=item, answer=Answer(role="leader", value=4), idempotency_key="same", viewer=PUBLIC, at=AT
        )
    assert Feedback.objects.count() == 1
    assert AuditEvent.objects.filter(verb="decisions.give_feedback").count() == 1


@pytest.mark.parametrize(
    ("answer", "field"),
    [
        (Answer(role="king", value=3), "role"),
        (Answer(role="leader", value=6), "value"),
        (Answer(role="leader", ready=0), "ready"),
        (Answer(role="leader", wish="perhaps"), "wish"),
        (Answer(role="leader"), "value"),
    ],
)
def test_an_answer_outside_its_bounds_is_refused_beside_its_field(
    meeting: Meeting, consultant: Viewer, answer: Answer, field: str
) -> None:
    _open(meeting, consultant)
    with pytest.raises(Invalid) as refused:
        give_feedback(item=meeting.items.all()[0], answer=answer, idempotency_key="a", viewer=PUBLIC, at=AT)
    assert list(refused.value.errors) == [field]


def _say(item: AgendaItem, *said: tuple[str, str, int]) -> None:
    for number, (role, wish, value) in enumerate(said):
        answer = Answer(role=role, wish=wish, value=value, text=f"{role} {number}")
        give_feedback(item=item, answer=answer, idempotency_key=f"{number}", viewer=PUBLIC, at=AT)


def test_disagreement_between_roles_stays_visible(meeting: Meeting, consultant: Viewer) -> None:
    _open(meeting, consultant)
    leaders, employees = [("leader", "spread", 3)] * 3, [("employee", "extend", 4)] * 4
    _say(meeting.items.all()[0], *leaders, *employees)
    first = feedback_by_item(meeting.pk)[0]
    assert first.split
    assert [(role.role, role.n, role.value_mean, role.wishes) for role in first.roles] == [
        ("leader", 3, 3, {"spread": 3}),
        ("employee", 4, 4, {"extend": 4}),
    ]


def test_roles_with_few_answers_are_shown_together(meeting: Meeting, consultant: Viewer) -> None:
    _open(meeting, consultant)
    _say(
        meeting.items.all()[0],
        ("leader", "spread", 3), ("employee", "extend", 4), ("employee", "extend", 5),
    )  # fmt: skip
    first = feedback_by_item(meeting.pk)[0]
    assert first.split
    (together,) = first.roles
    assert (together.role, together.of, together.n) == ("few", ("leader", "employee"), 3)
    assert (together.value_mean, together.wishes) == (4, {"spread": 1, "extend": 2})


def test_one_answer_among_many_shows_its_words_without_role_or_numbers(
    meeting: Meeting, consultant: Viewer, house: House
) -> None:
    _open(meeting, consultant)
    _say(meeting.items.all()[0], ("union", "drop", 1), *[("leader", "spread", 3)] * 3)
    last = feedback_by_item(meeting.pk)[0].roles[-1]
    assert (last.role, last.n, last.value_mean, last.wishes, last.texts) == ("few", 1, None, {}, ["union 0"])
    page = house.client("employee").get("/velfaerdsmoede/2022-2/tilbagemeldinger/").content.decode()
    assert "Roller med færre end 3 svar: tillidsrepræsentanter" in page


def test_the_words_of_a_single_participant_are_shown_to_nobody(meeting: Meeting, consultant: Viewer) -> None:
    _open(meeting, consultant)
    _say(meeting.items.all()[0], ("union", "drop", 1))
    (only,) = feedback_by_item(meeting.pk)[0].roles
    assert (only.n, only.texts, only.wishes) == (1, [], {})


def test_frozen_feedback_keeps_its_hash_and_takes_no_more(meeting: Meeting, consultant: Viewer) -> None:
    _open(meeting, consultant)
    item = meeting.items.all()[0]
    give_feedback(
        item=item, answer=Answer(role="council", text="Godt"), idempotency_key="a", viewer=PUBLIC, at=AT
    )
    frozen = freeze_meeting(meeting=meeting, viewer=consultant, at=AT)
    assert frozen.frozen_sha256 == hashlib.sha256(frozen.frozen_content.encode()).hexdigest()
    assert [row["role"] for row in json.loads(frozen.frozen_content)] == ["council"]
    item.refresh_from_db()
    with pytest.raises(RuleError):
        type_paper_feedback(
            item=meeting_item(frozen), answer=Answer(role="leader", value=1), idempotency_key="b",
            viewer=consultant, at=AT,
        )  # fmt: skip
    with pytest.raises(Conflict):
        freeze_meeting(meeting=frozen, viewer=consultant, at=AT)


def meeting_item(meeting: Meeting) -> AgendaItem:
    return Meeting.objects.get(pk=meeting.pk).items.all()[0]


def test_the_meeting_cannot_be_frozen_before_it_is_held(meeting: Meeting, consultant: Viewer) -> None:
    with pytest.raises(RuleError):
        freeze_meeting(meeting=meeting, viewer=consultant, at=AT - timedelta(days=1))
    meeting.refresh_from_db()
    assert meeting.frozen_at is None


def test_the_link_opens_its_own_meeting_only(meeting: Meeting) -> None:
    found, _page = meeting_by_token(meeting_token(meeting))
    assert found == meeting
    with pytest.raises(NotFound):
        meeting_by_token("something-else")


def test_as_many_for_one_thing_as_for_another_agrees_with_both(meeting: Meeting, consultant: Viewer) -> None:
    _open(meeting, consultant)
    leaders = [("leader", "extend", 3), ("leader", "spread", 3)] * 2
    _say(meeting.items.all()[0], *leaders, *[("employee", "spread", 4)] * 3)
    assert not feedback_by_item(meeting.pk)[0].split


def test_the_page_says_who_wishes_what_and_what_it_leaves_out(
    meeting: Meeting, consultant: Viewer, house: House
) -> None:
    _open(meeting, consultant)
    _say(
        meeting.items.all()[0],
        *[("leader", "spread", 3)] * 3, *[("employee", "extend", 4)] * 4, ("union", "drop", 1),
    )  # fmt: skip
    page = house.client("employee").get("/velfaerdsmoede/2022-2/tilbagemeldinger/").content.decode()
    assert (
        "8 svar. Rollerne er ikke enige om, hvad der skal ske nu. Det ønsker de fleste i hver: "
        "ledere: gør den permanent, og udbred den; medarbejdere: prøv længere. "
        "1 svar er ikke regnet med: så få svarede i den rolle, at de kunne genkendes."
    ) in page
    assert "vises ikke: for få svar" in page
    assert "opgiv den" not in page


def test_a_single_answer_says_neither_agreement_nor_disagreement(
    meeting: Meeting, consultant: Viewer
) -> None:
    _open(meeting, consultant)
    _say(meeting.items.all()[0], *[("leader", "spread", 3)] * 3, ("union", "drop", 1))
    first = feedback_by_item(meeting.pk)[0]
    assert not first.split
    assert [row.withheld for row in first.roles] == [False, True]

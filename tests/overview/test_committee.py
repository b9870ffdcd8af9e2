"""Committee and elders' council: what there is to read stands on their start page, and every link works."""

import re
from datetime import date, datetime

import pytest
from tests.decisions.conftest import phase_in
from tests.harness.people import House
from tests.harness.queries import assert_same_query_count

from stillads.decisions.actions.committee import draft_item, submit_item
from stillads.decisions.actions.decide import Ruling, decide
from stillads.decisions.actions.hearing import take_hearing_step
from stillads.decisions.actions.meeting import plan_meeting
from stillads.decisions.models import CommitteeItem
from stillads.kernel.clock import COPENHAGEN
from stillads.kernel.viewer import Viewer
from stillads.trials.models import Round

pytestmark = pytest.mark.django_db
AT = datetime(2022, 10, 25, 10, 0, tzinfo=COPENHAGEN)


@pytest.fixture
def consultant(house: House) -> Viewer:
    return house.viewer("consultant")


def _round(number: int) -> Round:
    return Round.objects.create(
        key=f"2022-{number}", title=f"Runde {number}", start=date(2022, number, 1), end=date(2022, 9, 1),
        evaluation_deadline=date(2022, 9, 6), state=Round.State.MEETING,
    )  # fmt: skip


def _item(round_: Round, viewer: Viewer, submitted: bool) -> CommitteeItem:
    item = draft_item(
        round_=round_, title=f"Sag om {round_.key}", type_="decision", committee="Udvalget",
        meeting_on=date(2022, 10, 25), idempotency_key=round_.key, viewer=viewer, at=AT,
    )  # fmt: skip
    if submitted:
        for body in ("med", "elders_council"):
            take_hearing_step(
                round_=round_, body=body, state="waived", day=AT.date(), text="Hørt", viewer=viewer, at=AT
            )
        submit_item(item=item, viewer=viewer, at=AT)
    return item


def _told(round_: Round, viewer: Viewer) -> None:
    phase = phase_in(round_, f"Måltider {round_.key}")
    plan_meeting(round_=round_, held_on=date(2022, 10, 5), starts_at=None, place="", viewer=viewer, at=AT)
    _item(round_, viewer, submitted=True)
    decide(
        phase=phase, part=None, item=None, ruling=Ruling(outcome="permanent", wording="Som indstillet"),
        decided_on=AT.date(), idempotency_key=round_.key, viewer=viewer, at=AT,
    )  # fmt: skip


@pytest.mark.parametrize("role", ["committee", "council"])
def test_every_link_on_the_way_of_a_member_works(house: House, consultant: Viewer, role: str) -> None:
    _told(_round(2), consultant)
    client = house.client(role)
    start = client.get("/").content.decode()
    main = start[start.index("<main") :]
    assert "Se velfærdsmødet 5. oktober 2022" in main
    assert "Se beslutningen" in main
    assert "hos jer" not in main
    seen: set[str] = set()
    waiting = re.findall(r'href="(/[^"#]*)"', main)
    while waiting:
        url = waiting.pop()
        if url in seen or url.startswith("/static/") or "log-ud" in url:
            continue
        seen.add(url)
        answer = client.get(url, follow=True)
        assert answer.status_code == 200, url
        if answer["Content-Type"].startswith("text/html"):
            waiting += re.findall(r'href="(/[^"#?]*)"', answer.content.decode())
    assert {"/velfaerdsmoede/2022-2/", "/beslutning/runde/2022-2/"} <= seen


def test_a_draft_of_the_item_is_no_reading_for_the_committee(house: House, consultant: Viewer) -> None:
    item = _item(_round(2), consultant, submitted=False)
    client = house.client("committee")
    assert item.title not in client.get("/").content.decode()
    assert item.title not in client.get("/beslutning/runde/2022-2/").content.decode()
    assert client.get(f"/beslutning/sag/{item.public_id}/").status_code == 404
    assert client.get(f"/beslutning/sag/{item.public_id}/sag.docx").status_code == 404
    assert house.client("manager").get(f"/beslutning/sag/{item.public_id}/").status_code == 200


def test_a_member_with_nothing_to_read_is_told_so(house: House) -> None:
    page = house.client("council").get("/").content.decode()
    assert "Der er hverken hæfte, møde eller beslutning endnu." in page


def test_one_round_or_three_need_the_same_queries(house: House, consultant: Viewer) -> None:
    client = house.client("committee")
    numbers = iter((2, 3, 4))
    assert_same_query_count(
        show=lambda: client.get("/"), add=lambda: _told(_round(next(numbers)), consultant)
    )

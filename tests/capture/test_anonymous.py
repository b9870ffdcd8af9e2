"""Anonymous answers: nothing in any table or in the log leads back to the one who answered."""

import json
from datetime import date, timedelta
from typing import Any

import pytest
from django.apps import apps
from django.db import connection
from tests.conftest import Freeze
from tests.harness.capturing import Ward, new_ward
from tests.harness.playbooks import playbook_data
from tests.harness.surveying import DAY_TWO, STAFF, colleagues, loaded, wave_of

from stillads.audit.models import AuditEvent
from stillads.capture.actions.buckets import rebuild
from stillads.capture.actions.surveys.anonymous import keep_anonymous
from stillads.capture.actions.surveys.answering import answer_by_link
from stillads.capture.actions.surveys.drawing import draw_wave
from stillads.capture.actions.surveys.open_links import open_link
from stillads.capture.actions.surveys.sending import run_waves, send_links
from stillads.capture.actions.surveys.sheets import type_sheets
from stillads.capture.actions.surveys.waves import agree_with_med
from stillads.capture.links import new_sheet_code, token_of_asked, token_of_link
from stillads.capture.models import AnonymousEntry, Asked, Bucket, Entry, Wave
from stillads.capture.queries.surveys.anonymous import AnonymousAnswers, anonymous_answers
from stillads.kernel.rules import Invalid, RuleError
from stillads.kernel.viewer import system_viewer
from stillads.notices.models import Notice

CLOSED = date(2026, 4, 23)
WORDS = "Der er for travlt om morgenen"


@pytest.fixture
def staff(ward: Ward, freeze: Freeze) -> Wave:
    """Day 2: Anna and six colleagues have their links."""
    freeze(DAY_TWO)
    colleagues(ward, 6)
    wave = wave_of(ward, "staff")
    agree_with_med(wave=wave.public_id, day=date(2026, 3, 20), viewer=ward.manager, at=DAY_TWO)
    send_links(wave=wave.public_id, viewer=ward.manager, at=DAY_TWO)
    return wave


def _people() -> list[Asked]:
    return [loaded(a) for a in Asked.objects.select_related("wave").order_by("person__name_sort")]


def _answer(asked: Asked, words: str = "") -> None:
    raw = {**STAFF, "words": [words]}
    assert answer_by_link(token=token_of_asked(asked), raw=raw, at=DAY_TWO).saved


def _rows() -> dict[str, list[dict[str, Any]]]:
    """Every row of every table of ours, as text."""
    ours = [model for model in apps.get_models() if model.__module__.startswith("stillads.")]
    return {
        model._meta.db_table: [
            {name: str(value) for name, value in row.items()} for row in model._base_manager.values()
        ]
        for model in ours
    }


def _new(before: dict[str, list[dict[str, Any]]]) -> dict[str, list[dict[str, Any]]]:
    after = _rows()
    return {
        table: rows
        for table in after
        if (rows := [row for row in after[table] if row not in before.get(table, [])])
    }


def test_all_that_an_answer_leaves_behind(ward: Ward, staff: Wave) -> None:
    """A mark without a moment, a row without a name, and sums. No entry, no line in the log, no session."""
    asked = _people()[2]
    before = _rows()
    _answer(asked, WORDS)
    left = _new(before)
    assert set(left) <= {"capture_asked", "capture_anonymousentry", "capture_bucket"}
    mark = left["capture_asked"][0]
    was = next(row for row in before["capture_asked"] if row["public_id"] == asked.public_id)
    assert {name for name in mark if mark[name] != was[name]} == {"answered"}
    row = AnonymousEntry.objects.get()
    assert set(left["capture_anonymousentry"][0]) == {
        "key", "deployment_id", "version_id", "site_id", "wave_id", "day", "answers", "constructed",
    }  # fmt: skip
    assert row.day == DAY_TWO.date()
    token = token_of_asked(asked)
    hints = [asked.public_id, str(asked.token_hash), token, str(asked.person and asked.person.public_id)]
    kept = json.dumps(left["capture_anonymousentry"] + left.get("capture_bucket", []))
    assert [hint for hint in hints if hint in kept] == []
    assert not Entry.objects.exists()


def test_an_open_link_counts_answers_and_keeps_neither_address_nor_moment(ward: Ward, staff: Wave) -> None:
    link = open_link(
        deployment=ward.deployment("staff").public_id, kind="open", viewer=ward.manager, at=DAY_TWO
    )
    before = _rows()
    said = answer_by_link(
        token=token_of_link(link), raw=STAFF, key="somebody-1", address="192.0.2.7", at=DAY_TWO
    )
    assert said.saved
    left = _new(before)
    assert set(left) == {"capture_anonymousentry", "capture_openlink"} | ({"capture_bucket"} & set(left))
    [row], [was] = left["capture_openlink"], before["capture_openlink"]
    assert {name for name in row if row[name] != was[name]} == {"counted", "counted_hour"}
    assert row["counted_hour"] == "2026-04-14T10" and "192.0.2" not in json.dumps(left)


def test_the_log_says_nothing_of_answers_and_the_outbox_nothing_of_words(ward: Ward, staff: Wave) -> None:
    events, notices = AuditEvent.objects.count(), Notice.objects.count()
    for asked in _people():
        _answer(asked, WORDS)
    assert (AuditEvent.objects.count(), Notice.objects.count()) == (events, notices)


def test_the_order_of_answers_and_of_marks_tells_nothing(ward: Ward, staff: Wave) -> None:
    """What the database itself remembers: rows in the order of random keys, marks written all at once."""
    people = _people()
    for number, asked in enumerate([people[4], people[1], people[6], people[0]]):
        _answer(asked, f"svar {number}")
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT sql FROM sqlite_master WHERE name = 'capture_anonymousentry'")
            assert cursor.fetchone()[0].endswith("WITHOUT ROWID")
            cursor.execute("SELECT key FROM capture_anonymousentry")
            keys = [row[0] for row in cursor.fetchall()]
            assert keys == sorted(keys)
        else:
            cursor.execute("SELECT count(DISTINCT xmin::text) FROM capture_asked")
            assert cursor.fetchone()[0] == 1
            cursor.execute("SELECT public_id FROM capture_asked ORDER BY ctid")
            marked = {asked.public_id for asked in Asked.objects.filter(answered=True)}
            order = [row[0] in marked for row in cursor.fetchall()]
            assert order not in ([True] * 4 + [False] * 3, [False] * 3 + [True] * 4)


def test_answered_twice_is_once_and_a_wrong_answer_leaves_no_mark(ward: Ward, staff: Wave) -> None:
    asked = _people()[0]
    with pytest.raises(Invalid):
        answer_by_link(token=token_of_asked(asked), raw={**STAFF, "wellbeing_1": ["9"]}, at=DAY_TWO)
    assert not Asked.objects.filter(answered=True).exists()
    _answer(asked)
    second = answer_by_link(token=token_of_asked(asked), raw=STAFF, at=DAY_TWO)
    assert (second.saved, second.state) == (False, "used")
    assert AnonymousEntry.objects.count() == 1


def test_a_cpr_number_in_the_words_is_refused(ward: Ward, staff: Wave) -> None:
    with pytest.raises(Invalid) as refused:
        answer_by_link(
            token=token_of_asked(_people()[0]), raw={**STAFF, "words": ["Ring til 010145-1234"]}, at=DAY_TWO
        )
    assert list(refused.value.errors) == ["words"]
    assert not AnonymousEntry.objects.exists()


def _seen(ward: Ward, wave: Wave, day: date = CLOSED) -> AnonymousAnswers:
    return anonymous_answers(wave=wave.public_id, viewer=ward.manager, day=day)


def test_answers_are_shown_when_the_wave_is_over_and_there_are_enough(ward: Ward, staff: Wave) -> None:
    people = _people()
    for asked in people[:4]:
        _answer(asked, WORDS)
    few = _seen(ward, staff)
    assert few.questions == () and str(few.hidden) == (
        "Der er færre end 5 svar. De vises ikke, så ingen kan genkendes."
    )
    _answer(people[4])
    still_open = _seen(ward, staff, DAY_TWO.date())
    assert still_open.questions == () and str(still_open.hidden) == (
        "Svarene er anonyme. De vises samlet, når runden er lukket efter den 22. april 2026."
    )
    shown = _seen(ward, staff)
    assert (shown.n, shown.hidden) == (5, None)
    first, words = shown.questions[0], shown.questions[-1]
    assert (first.n, first.counts, first.few) == (5, (("Ofte", 5),), False)
    assert (words.n, words.texts, words.few) == (4, (), True)  # four wrote something: too few to be shown


def test_sums_count_anonymous_answers_and_can_be_made_anew(db: None, freeze: Freeze) -> None:
    freeze(DAY_TWO)
    measure = {
        "key": "wellbeing", "title": "Trivsel", "perspective": "employee", "instrument": "staff", "how": "score",
        "field": "wellbeing", "unit": "point", "by": ["hour", "weekday"],
    }  # fmt: skip
    ward = new_ward(measures=[*playbook_data()["measures"], measure])
    wave = wave_of(ward, "staff")
    agree_with_med(wave=wave.public_id, day=date(2026, 3, 20), viewer=ward.manager, at=DAY_TWO)
    draw_wave(wave, viewer=system_viewer("test"), at=DAY_TWO)
    _answer(_people()[0])
    columns = ("slice", "n", "total", "denominator")
    sums = [("", 1, 75, 1), ("weekday=2", 1, 75, 1)]  # no hour: none is kept
    assert sorted(Bucket.objects.values_list(*columns)) == sums
    assert rebuild(deployment=ward.deployment("staff"), at=DAY_TWO) == 1
    assert sorted(Bucket.objects.values_list(*columns)) == sums


def test_reminders_go_to_those_who_have_not_answered(ward: Ward, staff: Wave) -> None:
    for asked in _people()[:5]:
        _answer(asked)
    assert run_waves(at=DAY_TWO + timedelta(days=5))[2] == 2


def test_a_sheet_of_an_anonymous_survey_is_kept_once(ward: Ward, staff: Wave) -> None:
    with pytest.raises(RuleError):  # the playbook has no paper for it
        type_sheets(wave=staff.public_id, sheets=[], viewer=ward.manager, at=DAY_TWO)
    code = new_sheet_code(staff)
    assert not keep_anonymous(staff.deployment, staff, STAFF, key=code, at=DAY_TWO)
    assert keep_anonymous(staff.deployment, staff, STAFF, key=code, at=DAY_TWO)
    assert code not in AnonymousEntry.objects.get().key

"""Measures of what cases, cards and surveys leave behind; anonymous answers are kept from the house itself."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from tests.conftest import Freeze
from tests.harness.capturing import NOON, Ward, new_ward
from tests.harness.measuring import told
from tests.harness.playbooks import playbook_data
from tests.harness.surveying import DAY_TWO, MOOD, STAFF, colleagues, loaded, wave_of

from stillads.analysis.measures import MeasureResult, Why
from stillads.analysis.queries.measures import measures_of
from stillads.capture.actions.accounts.earning import earn_all
from stillads.capture.actions.accounts.spending import spend
from stillads.capture.actions.cases.starting import start_case
from stillads.capture.actions.cases.stepping import take_step
from stillads.capture.actions.surveys.answering import answer_by_link
from stillads.capture.actions.surveys.sending import send_links
from stillads.capture.actions.surveys.waves import agree_with_med
from stillads.capture.links import token_of_asked
from stillads.capture.models import Account, Asked

CLOSED = date(2026, 4, 23)
MEASURES: list[dict[str, Any]] = [
    {"key": "days", "title": "Dage", "perspective": "citizen", "instrument": "flow", "how": "lead_time",
     "start": "started_on", "stop": "first_meeting_on", "working_days": True, "unit": "hverdage"},
    {"key": "left", "title": "Tilbage", "perspective": "citizen", "instrument": "clips", "how": "balance",
     "unit": "minutter"},
    {"key": "wellbeing", "title": "Trivsel", "perspective": "employee", "instrument": "staff", "how": "score",
     "field": "wellbeing", "unit": "point", "period": "phase"},
    {"key": "asked", "title": "Svar", "perspective": "employee", "instrument": "staff", "how": "answered",
     "unit": "%"},
    {"key": "heard", "title": "Lyttet til", "perspective": "citizen", "instrument": "talks", "how": "score",
     "field": "heard", "unit": "point"},
    {"key": "yes", "title": "Ja", "perspective": "citizen", "instrument": "flow", "how": "score",
     "form": "first_meeting", "field": "starts", "unit": "point"},
]  # fmt: skip


@pytest.fixture
def ward(db: None, freeze: Freeze) -> Ward:
    """With a measure of each kind; the talks' scale runs the other way."""
    freeze(NOON)
    data = playbook_data()
    for instrument in data["instruments"]:
        for item in instrument.get("items", ()):
            if item["key"] == "heard":
                item["reversed"] = True
    return new_ward(instruments=data["instruments"], measures=[*data["measures"], *MEASURES])


def _measured(ward: Ward, key: str, on: date) -> MeasureResult:
    return measures_of(ward.phase.pk, viewer=ward.lead, on=on, only=[key])[key]


def _case(ward: Ward, key: str, *, met_after: int | None) -> None:
    case = start_case(
        deployment=ward.deployment("flow").pk, participant=ward.participant().public_id,
        raw={"need": ["Rengøring"]}, idempotency_key=key, viewer=ward.employee, at=NOON,
    )  # fmt: skip
    if met_after is not None:
        take_step(
            case=case.public_id, version=case.version, idempotency_key=f"{key}-s", raw={"starts": ["yes"]},
            viewer=ward.employee, at=NOON + timedelta(days=met_after),
        )  # fmt: skip


def test_a_flows_lead_time_counts_working_days_and_says_what_has_not_ended(ward: Ward) -> None:
    _case(ward, "one", met_after=2)  # Wednesday to Friday
    _case(ward, "two", met_after=7)
    _case(ward, "three", met_after=None)
    found = _measured(ward, "days", NOON.date() + timedelta(days=14))
    assert [(p.period.key, p.value, p.n) for p in found.whole.points if p.n] == [
        ("2026-W19", Decimal(2), 1),
        ("2026-W20", Decimal(5), 1),
    ]
    assert found.unused.unended == 1
    assert found.whole.whole.value == Decimal("3.5")


def test_the_score_of_an_option(ward: Ward) -> None:
    _case(ward, "one", met_after=2)
    assert _measured(ward, "yes", NOON.date() + timedelta(days=3)).whole.whole.value == 1


def test_a_scale_that_runs_the_other_way_is_turned_round(ward: Ward) -> None:
    ward.says("talks", "answer", "t1", raw={**MOOD, "heard": "5"}, answered_by="self")
    ward.says("talks", "answer", "t2", raw={**MOOD, "heard": "dont_know"}, answered_by="self")
    whole = _measured(ward, "heard", NOON.date()).whole.whole
    assert (whole.value, whole.n, whole.used, whole.missing) == (Decimal(1), 2, 1, 1)


def test_what_is_left_on_the_cards(ward: Ward) -> None:
    ward.participant()
    ward.participant()
    earn_all(at=ward.at)
    card = Account.objects.order_by("pk")[0]
    spend(
        account=card.public_id,
        raw={"amount": ["10"], "use": ["walk"]},
        key="k1",
        viewer=ward.employee,
        at=ward.at,
    )
    whole = _measured(ward, "left", NOON.date()).whole.whole
    assert (whole.value, whole.total, whole.used) == (Decimal(25), Decimal(50), 2)


def _asked(ward: Ward, freeze: Freeze, answers: int) -> None:
    """Day 2: Anna and six colleagues have their links, and some of them answer."""
    freeze(DAY_TWO)
    colleagues(ward, 6)
    wave = wave_of(ward, "staff")
    agree_with_med(wave=wave.public_id, day=date(2026, 3, 20), viewer=ward.manager, at=DAY_TWO)
    send_links(wave=wave.public_id, viewer=ward.manager, at=DAY_TWO)
    for asked in Asked.objects.select_related("wave").order_by("pk")[:answers]:
        assert answer_by_link(
            token=token_of_asked(loaded(asked)), raw={**STAFF, "words": [""]}, at=DAY_TWO
        ).saved


def test_how_many_of_those_asked_have_answered(ward: Ward, freeze: Freeze) -> None:
    _asked(ward, freeze, 3)
    whole = _measured(ward, "asked", CLOSED).whole.whole
    assert told(whole.numerator, whole.denominator) == (3, 7)
    assert whole.value is not None and round(whole.value, 2) == Decimal("42.86")


def test_anonymous_answers_are_told_when_the_round_is_over_and_there_are_enough(
    ward: Ward, freeze: Freeze
) -> None:
    _asked(ward, freeze, 6)
    open_still = _measured(ward, "wellbeing", CLOSED - timedelta(days=1))
    assert (open_still.whole.whole.value, open_still.whole.whole.n) == (None, 0)
    over = _measured(ward, "wellbeing", CLOSED + timedelta(days=1))
    assert (over.whole.whole.value, over.whole.whole.n) == (Decimal(75), 6)


def test_too_few_anonymous_answers_are_not_told_inside_the_house_either(ward: Ward, freeze: Freeze) -> None:
    _asked(ward, freeze, 4)
    over = _measured(ward, "wellbeing", CLOSED + timedelta(days=1))
    whole = over.whole.whole
    assert told(whole.value, whole.why, whole.n, whole.total) == (None, Why.TOO_FEW, 0, 0)
    assert over.sites == ()

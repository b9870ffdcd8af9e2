"""What became of all trials: counted honestly, the same queries however many there are."""

from datetime import date, datetime
from decimal import Decimal

import pytest
from tests.conftest import Freeze
from tests.decisions.conftest import phase_in
from tests.harness.people import House
from tests.harness.queries import assert_same_query_count

from stillads.analysis.models import Verdict
from stillads.decisions.models import Decision
from stillads.kernel.clock import COPENHAGEN
from stillads.kernel.rules import Denied
from stillads.kernel.viewer import PUBLIC
from stillads.overview.queries.portfolio import portfolio
from stillads.trials.models import Criterion, Figure, Phase, Prediction, Round

pytestmark = pytest.mark.django_db
NOW = datetime(2022, 10, 10, 9, tzinfo=COPENHAGEN)


@pytest.fixture
def round_(freeze: Freeze) -> Round:
    freeze(NOW)
    return Round.objects.create(
        key="2022-2", title="Anden runde", start=date(2022, 4, 26), end=date(2022, 8, 23),
        evaluation_deadline=date(2022, 9, 6), welfare_meeting=date(2022, 10, 5), state=Round.State.DECIDED,
    )  # fmt: skip


def _trial(
    round_: Round, title: str, *, outcome: str = "", decided: str = "", guardrail: bool = False
) -> Phase:
    phase = phase_in(round_, title, state=Phase.State.DECIDED if decided else Phase.State.RUNNING)
    Prediction.objects.create(phase=phase, locked_at=NOW)
    criterion = Criterion.objects.create(
        phase=phase, perspective="citizen", what="Færre opkald", direction="down", size=Decimal(20), unit="%",
        locked_at=NOW, created_at=NOW, created_by="Lis", guardrail=guardrail,
    )  # fmt: skip
    if outcome:
        Verdict.objects.create(
            criterion=criterion, outcome=outcome, rule_name="typed-figure-1", inputs={}, evaluation_date=NOW.date(),
            computed_at=NOW, by="Lis",
        )  # fmt: skip
    if decided:
        Decision.objects.create(
            phase=phase, outcome=decided, wording="Som indstillet", decided_on=NOW.date(), by="Udvalget", at=NOW,
            idempotency_key=title,
        )  # fmt: skip
    return phase


def test_each_thing_is_counted_once_and_guardrails_are_no_aims(house: House, round_: Round) -> None:
    first = _trial(round_, "Måltider", outcome="met", decided="spread")
    _trial(round_, "Opkald", outcome="not_met", decided="permanent")
    _trial(round_, "Skærm", outcome="met", guardrail=True)
    phase_in(round_, "Kladde", state=Phase.State.DRAFT)
    Figure.objects.create(
        phase=first, perspective="citizen", label="Opkald", value=8, before=10, unit="opkald", method="Talt",
        source="Skema", dated=NOW.date(), created_at=NOW, created_by="Lis",
    )  # fmt: skip
    whole, rows = portfolio(viewer=house.viewer("consultant"))
    assert (whole.trials, whole.locked, whole.aimed, whole.baseline, whole.compared) == (3, 3, 3, 1, 0)
    assert whole.verdicts == {"met": 1, "not_met": 1}
    assert whole.decisions == {"spread": 1, "permanent": 1}
    assert [row.key for row in rows] == ["2022-2"]


def test_the_page_says_what_was_decided_and_doubts_what_rests_on_little(house: House, round_: Round) -> None:
    _trial(round_, "Måltider", outcome="not_met", decided="spread")
    page = house.client("consultant").get("/runder/samlet/").content.decode()
    assert "Der er afgjort 1 del: 1 indført, 0 forlænget, 0 droppet." in page
    assert "Af 1 forventning blev 0 indfriet" in page
    assert "Der er indført mere, end der er forventninger, der blev indfriet." in page


def test_with_nothing_begun_the_page_says_so(house: House) -> None:
    page = house.client("consultant").get("/runder/samlet/").content.decode()
    assert "Der er ikke begyndt nogen prøvehandling endnu." in page
    assert "<table" not in page


def test_only_who_may_read_trials(house: House) -> None:
    with pytest.raises(Denied):
        portfolio(viewer=PUBLIC)


def test_the_same_queries_for_any_number(house: House, round_: Round) -> None:
    client, count = house.client("consultant"), iter(range(9))
    assert_same_query_count(
        show=lambda: client.get("/runder/samlet/"),
        add=lambda: _trial(round_, f"Prøvehandling {next(count)}", outcome="met", decided="drop"),
    )

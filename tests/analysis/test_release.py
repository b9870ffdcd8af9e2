"""What was released is remembered, so that a new edition cannot be subtracted from the old one."""

from datetime import date, datetime

import pytest
from tests.conftest import Freeze
from tests.decisions.conftest import phase_in
from tests.harness.people import House
from tests.harness.queries import queries_of

from stillads.analysis.actions import release_figure, release_figures
from stillads.kernel.clock import COPENHAGEN
from stillads.trials.models import Figure, Phase, Round

pytestmark = pytest.mark.django_db
NOW = datetime(2022, 9, 10, 9, tzinfo=COPENHAGEN)


@pytest.fixture
def phase(freeze: Freeze) -> Phase:
    freeze(NOW)
    round_ = Round.objects.create(
        key="2022-2", title="Anden runde", start=date(2022, 4, 26), end=date(2022, 8, 23),
        evaluation_deadline=date(2022, 9, 6), welfare_meeting=date(2022, 10, 5),
    )  # fmt: skip
    return phase_in(round_, "Måltider", state=Phase.State.EVALUATED)


def _figure(phase: Phase, numerator: int, replaces: Figure | None = None) -> Figure:
    return Figure.objects.create(
        phase=phase, perspective="citizen", label="Meget tilfredse", value=numerator * 4, unit="%",
        numerator=numerator, denominator=25, method="Spurgt", source="Skema", dated=NOW.date(), created_at=NOW,
        created_by="Lis", replaces=replaces, reason="Talt igen" if replaces else "",
    )  # fmt: skip


def _told(house: House, figure: Figure, edition: str, audience: str = "public") -> tuple[str, int | None]:
    number = release_figure(
        figure=figure.public_id, audience=audience, edition=edition, table="booklet",
        viewer=house.viewer("consultant"), at=NOW,
    )  # fmt: skip
    return number.shown, number.numerator


def test_a_correction_by_one_citizen_is_withheld_from_those_who_have_the_first_edition(
    house: House, phase: Phase
) -> None:
    first = _figure(phase, 12)
    assert _told(house, first, "e1") == ("as_is", 12)
    second = _figure(phase, 13, replaces=first)
    assert _told(house, second, "e2") == ("withheld", None)
    assert _told(house, second, "e2") == ("withheld", None)
    assert _told(house, second, "c1", "committee") == ("as_is", 13)
    third = _figure(phase, 17, replaces=second)
    assert _told(house, third, "e3") == ("as_is", 17)


def test_the_same_queries_for_one_figure_and_for_three(house: House, phase: Phase) -> None:
    viewer = house.viewer("consultant")

    def queries(edition: str, figures: list[Figure]) -> int:
        keys = [figure.public_id for figure in figures]
        return len(
            queries_of(
                lambda: release_figures(
                    figures=keys, audience="public", edition=edition, table="booklet", viewer=viewer, at=NOW
                )
            )
        )

    assert queries("e1", [_figure(phase, 12)]) == queries("e2", [_figure(phase, 5 * n) for n in (1, 2, 3)])

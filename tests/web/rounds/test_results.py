"""The results of a round: every trial's most important measure on one page."""

import pytest
from tests.conftest import Freeze
from tests.harness.capturing import NOON, Ward, new_trial_beside, new_ward
from tests.harness.queries import assert_same_query_count

from stillads.organisation.policy import CONSULTANT

PAGE = "/runder/2026-1/resultater/"


@pytest.fixture
def ward(db: None, freeze: Freeze) -> Ward:
    freeze(NOON)
    return new_ward(only=["calls"])


def test_each_trial_with_figures_has_its_sentence_and_the_others_say_why(ward: Ward) -> None:
    client = ward.house.client(CONSULTANT)
    shown = client.get(PAGE).context["shown"]
    assert (shown.answer, shown.results) == ("0 af 1 prøvehandling har tal fra registreringer.", ())
    assert [(title, why) for title, _url, why in shown.without] == [
        ("Alle redskaber", "Der er ikke registreret noget endnu.")
    ]
    new_trial_beside(ward)
    ward.says("calls", "event", "k1", raw={"event": "citizen", "avoidable": "yes"})
    shown = client.get(PAGE).context["shown"]
    assert shown.answer == "1 af 2 prøvehandlinger har tal fra registreringer."
    (one,) = shown.results
    assert (one.title, one.measure) == ("Alle redskaber", "Opkald, der kunne være undgået")
    assert one.sentence == "Der er kun ét tal indtil nu: 100\u202f%."
    assert client.get(one.url).status_code == 200


def test_it_costs_the_same_with_one_trial_and_with_three(ward: Ward) -> None:
    client = ward.house.client(CONSULTANT)
    made = [ward]

    def add() -> None:
        if len(made) > 1:
            made.append(new_trial_beside(ward))
        else:
            made.append(ward)
        made[-1].says("calls", "event", f"k{len(made)}", raw={"event": "citizen", "avoidable": "no"})

    assert_same_query_count(show=lambda: client.get(PAGE), add=add)
    assert len(client.get(PAGE).context["shown"].results) == 3

"""The search page: the same hits with and without scripts."""

import pytest
from django.test import Client
from tests.harness.people import House
from tests.harness.queries import assert_same_query_count
from tests.ideas.conftest import Give

pytestmark = pytest.mark.django_db


def test_hits_are_grouped_marked_and_counted(house: House, give: Give) -> None:
    idea = give("Døgnrytmeplaner på ét ark")
    page = house.client("employee").get("/soeg/?q=rytmeplan").content.decode()
    assert "1 fund med ”rytmeplan”." in page
    assert "Døgn<mark>rytmeplan</mark>er på ét ark" in page
    assert f"/ideer/{idea.public_id}/" in page


def test_the_fragment_is_what_stands_in_the_page(house: House, give: Give) -> None:
    give("Døgnrytmeplaner på ét ark")
    client = house.client("employee")
    whole = client.get("/soeg/?q=rytme").content.decode()
    fragment = client.get("/soeg/?q=rytme", headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in fragment
    assert fragment.strip() in whole


@pytest.mark.parametrize(
    ("query", "said"),
    [("", "Skriv et eller flere ord."), ("q=zzz", "Vi fandt ikke noget med ”zzz”."),
     ("q=%3Cb%3E", "”&lt;b&gt;”"), ("q=rytme&slags=ukendt", "Vi fandt ikke noget")],
)  # fmt: skip
def test_nothing_found_says_what_to_try(house: House, query: str, said: str) -> None:
    assert said in house.client("employee").get(f"/soeg/?{query}").content.decode()


def test_three_hits_cost_as_many_queries_as_one(house: House, give: Give) -> None:
    client = house.client("employee")
    assert_same_query_count(show=lambda: client.get("/soeg/?q=bænk"), add=give)


def test_whoever_is_not_signed_in_is_asked_to(client: Client, db: None) -> None:
    assert client.get("/soeg/?q=x").status_code == 302


def test_one_kind_is_read_leaf_by_leaf(house: House, give: Give) -> None:
    for number in range(52):
        give(f"Bænk nummer {number}")
    client = house.client("employee")
    first = client.get("/soeg/?q=bænk&slags=idea").content.decode()
    assert (first.count('class="find"'), "1–50 af 52." in first) == (50, True)
    assert "blad=2" in first and "De forrige" not in first
    second = client.get("/soeg/?q=bænk&slags=idea&blad=2").content.decode()
    assert (second.count('class="find"'), "51–52 af 52." in second) == (2, True)
    assert "De næste" not in second and "blad=1" in second
    assert "Vi fandt ikke noget" in client.get("/soeg/?q=bænk&slags=idea&blad=9").content.decode()

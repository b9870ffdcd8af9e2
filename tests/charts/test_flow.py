"""A flow as a picture: every word is in it, it stays inside its frame, and the same data gives the same bytes."""

import re
from itertools import pairwise

import pytest
from defusedxml.ElementTree import fromstring

from stillads.charts.flow import WIDTH, FlowStep, FlowWay, draw

STEPS = (
    FlowStep("Fælles første møde med et meget langt navn på mere end én linje", "Terapeut · 5 hverdage",
             (FlowWay("Træning", 1), FlowWay("Direkte til opfølgning", 2), FlowWay("Tilbage & afsluttet"))),
    FlowStep("Træning", "Hjemmetræner", (FlowWay("Videre", 2),), mark="Her er forløbet nu"),
    FlowStep("Opfølgning", "Visitator", (FlowWay("Igen", 0), FlowWay("Klarer sig selv"))),
)  # fmt: skip


def _texts(drawn: str) -> str:
    return " ".join(node.text or "" for node in fromstring(drawn).iter() if node.tag.endswith("text"))


def test_it_says_steps_roles_ways_and_ends_in_words() -> None:
    said = _texts(draw(STEPS, title="Forløbet"))
    for wanted in (
        "1. Fælles første møde", "Terapeut · 5 hverdage", "→ 2: Træning", "→ 3: Direkte til opfølgning",
        "■ Tilbage & afsluttet", "● Her er forløbet nu", "→ 1: Igen", "■ Klarer sig selv",
    ):  # fmt: skip
        assert wanted in said
    assert "→ 3: Videre" not in said  # the arrow says it


def test_ways_are_arrows_down_or_along_the_edge() -> None:
    drawn = draw(STEPS, title="Forløbet")
    assert drawn.count("<rect") == 3
    assert drawn.count("<line") == 2  # to the next step
    assert drawn.count("H22") == 2  # past a step, and back


def test_no_text_leaves_the_frame_and_boxes_do_not_touch() -> None:
    root = fromstring(draw(STEPS, title="Forløbet"))
    height = float(root.attrib["viewBox"].split()[3])
    boxes = [(float(n.attrib["y"]), float(n.attrib["height"])) for n in root.iter() if n.tag.endswith("rect")]
    for (top, tall), (below, _tall) in pairwise(boxes):
        assert top + tall + 20 <= below
    assert boxes[-1][0] + boxes[-1][1] <= height
    for node in root.iter():
        if node.tag.endswith("text"):
            size = float(node.attrib["font-size"])
            assert float(node.attrib["x"]) + len(node.text or "") * size * 0.5 <= WIDTH


def test_named_for_those_who_do_not_see_it_and_the_same_every_time() -> None:
    drawn = draw(STEPS, title="Forløbet", description="Tre trin.", standalone=True)
    assert 'role="img"' in drawn and "<title>Forløbet</title><desc>Tre trin.</desc>" in drawn
    assert not re.search(r'class="[^"]*s-own', drawn)
    assert drawn == draw(STEPS, title="Forløbet", description="Tre trin.", standalone=True)
    with pytest.raises(ValueError, match="without steps"):
        draw((), title="Tom")

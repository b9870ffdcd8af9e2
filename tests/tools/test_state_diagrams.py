"""The state diagrams in the docs are what the transition tables say."""

from tools.state_diagrams import PLACE, drifted, pages

from stillads.kernel.states import StateTable, Step, mermaid


def test_no_diagram_has_drifted_from_its_table() -> None:
    assert drifted() == []


def test_there_is_a_diagram_for_each_life() -> None:
    assert {path.name for path in pages()} >= {"round.md", "trial.md", "phase.md"}
    assert PLACE.is_dir()


def test_a_table_is_drawn_with_its_start_its_steps_and_its_ends() -> None:
    table = StateTable("door", "shut", {"shut": "", "open": ""}, (Step("shut", "open", "pushed", True),))
    drawn = mermaid(table)
    assert "[*] --> shut" in drawn
    assert "shut --> open: pushed" in drawn
    assert "open --> [*]" in drawn
    assert "| shut | open | pushed | yes |" in drawn

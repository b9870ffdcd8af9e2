"""What is another way in one version than in the other, in words."""

from django.utils import translation

from stillads.playbooks.differences import differences
from stillads.playbooks.format.playbook import Playbook
from stillads.playbooks.reading import read_playbook
from stillads.playbooks.starting import starting_text

START = starting_text("a-b")


def _read(text: str) -> Playbook:
    playbook = read_playbook(text).playbook
    assert playbook is not None
    return playbook


def _said(before: str, after: str) -> list[str]:
    return [change.say() for change in differences(_read(before), _read(after))]


def test_nothing_has_changed() -> None:
    assert _said(START, START.replace("# Kæden", "# En anden bemærkning. Kæden")) == []


def test_a_whole_instrument_comes_or_goes() -> None:
    block = START[START.index("  - kind: register") : START.index("  - kind: survey")]
    extra = block.replace("key: meals", "key: more").replace("Afbrydelser ved måltidet", "Endnu en tæller")
    longer = START.replace(block, block + extra)
    assert _said(START, longer) == ["Redskab tilføjet: Endnu en tæller (instruments.more)"]
    with translation.override("en"):
        assert _said(longer, START) == ["Instrument removed: Endnu en tæller (instruments.more)"]


def test_the_order_and_a_long_text() -> None:
    phone = "      - {key: phone, text: Telefonen}\n"
    task = "      - {key: task, text: En opgave}\n"
    moved = START.replace(phone + task, task + phone).replace("Vi sidder ned", "Vi sidder ned " * 8)
    assert _said(START, moved) == [
        "instruments.meals.buttons: rækkefølgen er ændret",
        "Leveregel fjernet: Vi sidder ned (house_rules.Vi sidder ned)",
        f"Leveregel tilføjet: {('Vi sidder ned ' * 8).strip()} (house_rules.{('Vi sidder ned ' * 8).strip()})",
    ]


def test_what_was_not_said_before() -> None:
    said = START.replace("    period: month\n", "    period: month\n    sustaining: true\n", 1)
    said = said.replace(
        "    open: {baseline: true, trial: true}\n", "    open: {baseline: true, after: true}\n"
    )
    assert _said(START, said) == [
        "instruments.meals.open.after: var ikke angivet, er nu true",
        "instruments.asked.open.after: var ikke angivet, er nu true",
        "measures.good_meal.sustaining: var ikke angivet, er nu true",
    ]

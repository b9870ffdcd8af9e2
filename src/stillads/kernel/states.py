"""State machines: one table per aggregate, each transition a row. The diagram is drawn from it."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from .rules import Conflict, RuleError, type_reason


@dataclass(frozen=True, slots=True)
class Step:
    """One allowed transition.

    label         what happens, in English, for the diagram: "prediction locked"
    needs_reason  the one who does it must say why
    """

    source: str
    target: str
    label: str
    needs_reason: bool = False


@dataclass(frozen=True, slots=True)
class StateTable:
    """All states of one aggregate with the words a person reads, and the steps between them."""

    name: str
    start: str
    states: Mapping[str, type_reason]
    steps: tuple[Step, ...]

    def step(self, source: str, target: str) -> Step | None:
        """The row from `source` to `target`, or None where there is none."""
        return next((s for s in self.steps if (s.source, s.target) == (source, target)), None)

    def check(self, source: str, target: str, reason: str = "") -> Step:
        """The row, or RuleError where the table has none or the row wants a reason that is missing."""
        found = self.step(source, target)
        if found is None:
            raise Conflict(
                _("This is “%(now)s” and cannot become “%(then)s” from there.")
                % {"now": self.states[source], "then": self.states[target]}
            )
        if found.needs_reason and not reason.strip():
            raise RuleError(_("Write why, so that others can follow it later."), field="reason")
        return found

    def targets(self, source: str) -> list[str]:
        """Where one can go from `source`, in the table's order."""
        return [step.target for step in self.steps if step.source == source]


def mermaid(table: StateTable) -> str:
    """The table as a Markdown page with a Mermaid state diagram and the same rows as a table."""
    ends = [state for state in table.states if not table.targets(state)]
    lines = [f"    [*] --> {table.start}"]
    lines += [f"    {s.source} --> {s.target}: {s.label}" for s in table.steps]
    lines += [f"    {state} --> [*]" for state in ends]
    rows = [
        f"| {s.source} | {s.target} | {s.label} | {'yes' if s.needs_reason else ''} |" for s in table.steps
    ]
    return "\n".join(
        [
            f"# States of a {table.name}",
            "",
            "Generated from the transition table by `tools/state_diagrams.py`; a test fails when it drifts.",
            "",
            "```mermaid",
            "stateDiagram-v2",
            *lines,
            "```",
            "",
            "| from | to | what happens | says why |",
            "|---|---|---|---|",
            *rows,
            "",
        ]
    )

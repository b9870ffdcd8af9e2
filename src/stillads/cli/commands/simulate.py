"""`stillads simulate PLAYBOOK`: how often would such a trial find what it looks for, and how often find nothing?"""

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from typing import Any

from django.utils.translation import gettext as _

from stillads.analysis.judging.from_measure import asked_once
from stillads.analysis.simulating import (
    CannotSimulate,
    Effect,
    Layout,
    NotAssumed,
    Shares,
    Tally,
    assumed_of,
    simulate,
)
from stillads.analysis.words import OUTCOMES
from stillads.cli.answer import add_json, answer
from stillads.cli.playbook.finding import find
from stillads.cli.registry import Command, register
from stillads.kernel.numbers import format_number
from stillads.kernel.rules import RuleError
from stillads.playbooks.format.measures import Criterion
from stillads.playbooks.format.playbook import Playbook

_MOST = 100_000


def run(arguments: Namespace) -> int:
    """Draws the rounds and says the share of each verdict; 1 where no criterion can be simulated."""
    playbook = find(arguments.playbook)
    layout = Layout(sites=arguments.sites, baseline=arguments.baseline, days=arguments.days)
    tallies, left_out = _tallies(playbook, layout)
    if not tallies:
        raise RuleError(
            _(
                "Nothing of this playbook can be simulated: give a measure of a criterion what it usually is (assumed)."
            )
        )
    trial = simulate(tallies, arguments.effect, rounds=arguments.rounds, seed=arguments.seed)
    found = [(tally.criterion, tally.shares()) for tally in tallies]
    lines = [_spoken(criterion, shares) for criterion, shares in found]
    lines += [f"{criterion.what}: {why}" for criterion, why in left_out]
    if trial:
        lines.append(_("The whole trial: %(said)s.") % {"said": _verdicts(trial)})
    answer(arguments, "\n".join(lines), _data(arguments, playbook, found, left_out, trial))
    return 0


def _tallies(playbook: Playbook, layout: Layout) -> tuple[list[Tally], list[tuple[Criterion, str]]]:
    measures = {measure.key: measure for measure in playbook.measures}
    once = asked_once(playbook)
    tallies, left_out = [], []
    for criterion in playbook.criteria:
        measure = measures.get(criterion.measure or "")
        try:
            if measure is None:
                raise NotAssumed(criterion.key)
            tallies.append(
                Tally(criterion, measure, assumed_of(measure), layout, each_once=measure.instrument in once)
            )
        except NotAssumed:
            left_out.append((criterion, _("not simulated; the playbook does not say what it usually is")))
        except CannotSimulate:
            left_out.append((criterion, _("not simulated; measures of this kind are not")))
    return tallies, left_out


def _spoken(criterion: Criterion, shares: Shares) -> str:
    primary = _(" (primary)") if criterion.primary else ""
    said = _("%(what)s%(primary)s: %(verdicts)s. A naive reading of before and after: success in %(naive)s.")
    return said % {
        "what": criterion.what,
        "primary": primary,
        "verdicts": _verdicts(shares.verdicts),
        "naive": _share(shares.naive),
    }


def _verdicts(verdicts: dict[str, float]) -> str:
    return ", ".join(f"{str(OUTCOMES[code]).lower()} {_share(share)}" for code, share in verdicts.items())


def _share(share: float) -> str:
    return f"{format_number(share * 100, 1)} %"


def _data(
    arguments: Namespace,
    playbook: Playbook,
    found: list[tuple[Criterion, Shares]],
    left_out: list[tuple[Criterion, str]],
    trial: dict[str, float],
) -> dict[str, Any]:
    return {
        "playbook": playbook.key,
        "rounds": arguments.rounds,
        "effect": arguments.effect.times,
        "seed": arguments.seed,
        "sites": arguments.sites,
        "baseline": arguments.baseline,
        "days": arguments.days,
        "criteria": [
            {
                "key": criterion.key,
                "primary": criterion.primary,
                "guardrail": criterion.guardrail,
                "verdicts": shares.verdicts,
                "met_at_most": shares.met_at_most,
                "naive": shares.naive,
            }
            for criterion, shares in found
        ],
        "not_simulated": {criterion.key: why for criterion, why in left_out},
        "trial": trial,
    }


def _effect(said: str) -> Effect:
    """`none`, `promised`, or how many times the promised: 0.5, -1."""
    named = {"none": 0.0, "promised": 1.0}
    try:
        return Effect(named[said] if said in named else float(said.replace(",", ".")))
    except ValueError as error:
        raise ArgumentTypeError("none, promised, or a number of times the promised, such as 0.5") from error


def _between(least: int, most: int) -> Any:
    def checked(said: str) -> int:
        if not said.isdecimal() or not least <= int(said) <= most:
            raise ArgumentTypeError(f"a whole number from {least} to {most}")
        return int(said)

    return checked


def _add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("playbook", metavar="PLAYBOOK", help="a file, KEY or KEY@VERSION")
    parser.add_argument("--rounds", type=_between(1, _MOST), default=200, help="how many rounds (200)")
    parser.add_argument(
        "--effect", type=_effect, default=Effect(0.0), help="none, promised, or times the promised (none)"
    )
    parser.add_argument(
        "--seed", type=_between(0, 2**32), default=1, help="the same seed, the same rounds (1)"
    )
    parser.add_argument("--sites", type=_between(1, 100), default=3, help="places (3)")
    parser.add_argument("--baseline", type=_between(0, 730), default=56, help="days before day 1 (56)")
    parser.add_argument("--days", type=_between(1, 730), default=100, help="days of the trial (100)")
    add_json(parser)


register(
    Command(
        "simulate",
        "draw rounds of a playbook and count the verdicts",
        run,
        _add_arguments,
        needs_database=False,
    )
)

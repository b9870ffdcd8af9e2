"""Runs stages side by side as far as the cores reach, and tells of each when it is done."""

import time
from collections.abc import Callable, Iterable
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass

from tools.checks.context import Context
from tools.checks.outcome import Outcome
from tools.checks.stages import Stage

CORES = 2


@dataclass(frozen=True)
class Done:
    """A stage with its outcome and the minutes it took."""

    stage: Stage
    outcome: Outcome
    minutes: float


def run_all(stages: Iterable[Stage], context: Context, tell: Callable[[Done], None]) -> list[Done]:
    """Runs every stage, whatever becomes of the others, and calls `tell` after each."""
    waiting, running, done = list(stages), dict[Future[Done], Stage](), list[Done]()
    with ThreadPoolExecutor(CORES) as pool:
        while waiting or running:
            while waiting and waiting[0].cores + sum(stage.cores for stage in running.values()) <= CORES:
                stage = waiting.pop(0)
                running[pool.submit(_timed, stage, context)] = stage
            for future in wait(running, return_when=FIRST_COMPLETED).done:
                del running[future]
                done.append(future.result())
                tell(done[-1])
    return done


def _timed(stage: Stage, context: Context) -> Done:
    begun = time.monotonic()
    try:
        outcome = stage.run(context)
    except Exception as error:  # one stage's accident must not hide the others' findings
        outcome = Outcome(failed=1, said=f"{type(error).__name__}: {error}")
    return Done(stage, outcome, (time.monotonic() - begun) / 60)

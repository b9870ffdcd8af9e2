#!/usr/bin/env python3
"""How long our pictures take: each should stay below 2 ms.

python bench/pictures.py [--json]
"""

import json
import os
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "src"))
ROUNDS = 100
type_draw = Callable[[], str]


def measured(draw: type_draw) -> tuple[float, int]:
    """Milliseconds of processor per picture (the best of five series), and its size in bytes."""
    series = []
    for _ in range(5):
        start = time.process_time()
        for _ in range(ROUNDS):
            draw()
        series.append((time.process_time() - start) / ROUNDS * 1000)
    return min(series), len(draw().encode())


def pictures() -> dict[str, type_draw]:
    """Every kind of picture by its name, drawn anew at each call."""
    from stillads.charts import forecast, hundred_day_line, picture, rating
    from stillads.ui.examples import context, example_line
    from stillads.web.styleguide.chart_examples import examples

    line = example_line()
    found: dict[str, type_draw] = {
        f"100-day line, {size}": partial(hundred_day_line.draw, line, size=size)
        for size in ("row", "narrow", "page", "chapter")
    }
    found["rating"] = lambda: rating.draw("citizen", 1, label="Borger")
    found["forecast"] = lambda: forecast.draw(context()["comparison"])
    for key, example in examples().items():
        for size in ("page", "narrow"):
            found[f"{key}, {size}"] = partial(picture.draw, example.chart, size=size)
    return found


def main() -> None:
    """Prints a line per picture, or all of them as JSON."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "stillads.config.settings")
    import django

    django.setup()
    times = {name: measured(draw) for name, draw in pictures().items()}
    if "--json" in sys.argv:
        print(json.dumps(times))
        return
    for name, (milliseconds, size) in times.items():
        print(f"{name:24} {milliseconds:6.3f} ms {size:6} bytes")


if __name__ == "__main__":
    main()

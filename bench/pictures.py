#!/usr/bin/env python3
"""How long our pictures take: each should stay below 2 ms.

python bench/pictures.py
"""

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "src"))
ROUNDS = 300


def measured(draw: Callable[[], str]) -> tuple[float, int]:
    """Milliseconds per picture (the best of five series), and its size in bytes."""
    series = []
    for _ in range(5):
        start = time.perf_counter()
        for _ in range(ROUNDS):
            draw()
        series.append((time.perf_counter() - start) / ROUNDS * 1000)
    return min(series), len(draw().encode())


def main() -> None:
    """Prints a line per picture."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "stillads.config.settings")
    import django

    django.setup()
    from stillads.charts import forecast, hundred_day_line, rating
    from stillads.ui.examples import context, example_line

    line = example_line()
    pictures: dict[str, Callable[[], str]] = {
        f"100-day line, {size}": lambda size=size: hundred_day_line.draw(line, size=size)  # type: ignore[misc]
        for size in ("row", "narrow", "page", "chapter")
    }
    pictures["rating"] = lambda: rating.draw("citizen", 1, label="Borger")
    pictures["forecast"] = lambda: forecast.draw(context()["comparison"])
    for name, draw in pictures.items():
        milliseconds, size = measured(draw)
        print(f"{name:24} {milliseconds:6.3f} ms {size:6} bytes")


if __name__ == "__main__":
    main()

"""One example: a chart with the sentence that is made of its result."""

from dataclasses import dataclass

from stillads.charts.picture import type_chart


@dataclass(frozen=True, slots=True)
class Example:
    """`key` is its address; `state` says what it is an example of."""

    key: str
    state: str
    chart: type_chart
    sentence: str

"""The building blocks of the sample, so that its chapters read as text."""

from typing import Any

from tests.documents.drawings import day_line

from stillads.documents.edition import Chapter, Section, TimeLine
from stillads.documents.elements import (
    Element,
    Finding,
    Findings,
    PerspectiveFindings,
    Prose,
    Rating,
    Ratings,
    Recommendation,
    RecommendationPart,
)
from stillads.documents.labels import Evidence, Perspective, Side, State
from stillads.documents.plain import from_plain

NOTHING: dict[str, State] = {"ingen": "none_found", "ikke": "not_examined", "?": "not_stated"}
PERSPECTIVES: tuple[Perspective, ...] = ("citizen", "employee", "economy")


def prose(text: str) -> Prose:
    return Prose(body=from_plain(text))


def finding(text: str, evidence: Evidence | None = None, source: str = "") -> Finding:
    return Finding(body=from_plain(text), evidence=evidence, source=source)


def findings(side: Side, *columns: str | list[Finding]) -> Findings:
    """Three columns in the usual order; a word from NOTHING where nothing stands."""
    rows = [
        PerspectiveFindings(perspective=perspective, state=NOTHING[column])
        if isinstance(column, str)
        else PerspectiveFindings(perspective=perspective, findings=tuple(column))
        for perspective, column in zip(PERSPECTIVES, columns, strict=True)
    ]
    return Findings(side=side, perspectives=tuple(rows))


def ratings(*rows: tuple[str, int, str]) -> Ratings:
    return Ratings(
        rows=tuple(
            Rating(perspective=perspective, word=word, step=step, reason=reason)
            for perspective, (word, step, reason) in zip(PERSPECTIVES, rows, strict=True)
        )
    )


def section(title: str, *elements: Element) -> Section:
    return Section(title=title, elements=elements)


def line(windows: dict[str, tuple[int, int]]) -> TimeLine:
    named = ", ".join(windows) or "ingen særlige målevinduer"
    return TimeLine(
        svg=day_line("3. april", "11. juli", 100, windows),
        alt=f"100-dages-linjen: dag 1 er 3. april, dag 100 er 11. juli 2023. Målevinduer: {named}.",
        sentence=f"Prøvehandlingen løb 100 dage. Målevinduer: {named}.",
    )


def short(
    key: str, number: int, title: str, tested_at: str, text: str, verdict: str, **changes: Any
) -> Chapter:
    """A chapter of one or two pages, as most are."""
    fields: dict[str, Any] = {
        "key": key,
        "number": number,
        "title": title,
        "tested_at": tested_at,
        "line": line({}),
        "sections": (
            section("Beskrivelse", prose(text)),
            section(
                "",
                findings("advantages", [finding("Flere nævner, at aftalerne er blevet klarere.")], "?", "?"),
                findings(
                    "barriers",
                    "?",
                    [finding("Det er svært at huske i ferieperioden.", "observation")],
                    "ikke",
                ),
            ),
            section("Vurdering", prose(verdict)),
            section(
                "Anbefaling",
                Recommendation(
                    parts=(
                        RecommendationPart(
                            body=from_plain("Prøvehandlingen forlænges til nytår."), outcome="forlænges"
                        ),
                    )
                ),
                ratings(("God værdi", 3, ""), ("Nogen værdi", 2, ""), ("Kan ikke vurderes", 0, "")),
            ),
        ),
    }
    return Chapter(**{**fields, **changes})

"""Whole scales with a score, ready to be picked: WHO-5, and our own short ones for staff and citizens.

WHO-5 Well-Being Index: Psychiatric Research Unit, WHO Collaborating Centre in Mental Health, Hillerød,
Denmark (1998); Topp et al., Psychother Psychosom 2015;84:167–176. World Health Organization 2024, licence
CC BY-NC-SA 3.0 IGO. A validated scale has to be asked in its validated words, so these stand as published;
the score is the sum of five answers of 0–5, times 4: 0 (worst) to 100.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final


@dataclass(frozen=True, slots=True)
class ScoredScale:
    """Items that are asked together and give one score.

    points   words of the answers, least first; the first one counts 0, and 100 is the most there can be
    missing  how many items may be unanswered (their mean stands in for them)
    """

    key: str
    title: str
    intro: str
    items: tuple[str, ...]
    points: tuple[str, ...]
    source: str
    missing: int = 0

    def score(self, answers: list[int | None]) -> Decimal | None:
        """0 to 100, or None where too many are unanswered. `answers` are points from 1."""
        given = [answer - 1 for answer in answers if answer is not None]
        if len(self.items) - len(given) > self.missing or not given:
            return None
        top = len(self.points) - 1
        return (Decimal(sum(given)) * 100 / (len(given) * top)).quantize(Decimal("0.01"))


WHO5: Final = ScoredScale(
    key="who5",
    title="WHO-5",
    intro="I de sidste to uger …",
    items=(
        "… har jeg været glad og i godt humør",
        "… har jeg følt mig rolig og afslappet",
        "… har jeg følt mig aktiv og energisk",
        "… er jeg vågnet frisk og udhvilet",
        "… har min dagligdag været fyldt med ting, der interesserer mig",
    ),
    points=(
        "På intet tidspunkt",
        "Lidt af tiden",
        "Lidt mindre end halvdelen af tiden",
        "Lidt mere end halvdelen af tiden",
        "Det meste af tiden",
        "Hele tiden",
    ),
    source="WHO-5 Well-Being Index (1998), WHO 2024, CC BY-NC-SA 3.0 IGO; Topp m.fl. 2015",
)

STAFF: Final = ScoredScale(
    key="staff",
    title="Trivsel på arbejdet",
    intro="Tænk på de sidste to uger på dit arbejde.",
    items=(
        "Jeg har kunnet give den hjælp, jeg selv synes er god nok",
        "Jeg har haft indflydelse på, hvordan jeg løste mine opgaver",
        "Jeg har haft tid til at tale med borgerne",
        "Jeg har kunnet få hjælp af mine kolleger, når jeg havde brug for det",
        "Jeg er gået glad hjem fra arbejde",
    ),
    points=("Aldrig", "Sjældent", "Nogle gange", "Ofte", "Altid"),
    source="Stillads: egne spørgsmål, ikke en valideret skala",
    missing=1,
)

SCALES: Final = {scale.key: scale for scale in (WHO5, STAFF)}

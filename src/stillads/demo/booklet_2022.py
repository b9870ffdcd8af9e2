"""The booklet of 2022-2: a foreword of our own, the source's facts, and a published edition.

The foreword is constructed and says so; what the facts box tells stands in the municipality's booklet.
"""

from datetime import datetime

from stillads.booklet.actions.front import Front, save_front
from stillads.booklet.actions.publish import publish_edition
from stillads.kernel.clock import COPENHAGEN

from .people import consultant

WRITTEN = datetime(2022, 9, 26, 10, 0, tzinfo=COPENHAGEN)
PUBLISHED = datetime(2022, 9, 30, 9, 0, tzinfo=COPENHAGEN)

FOREWORD = """Hvad sker der, når vi spørger mere og planlægger mindre? Når køkkenet sætter sig til bords? Når én telefon \
ringer i stedet for ti?

Fra den 26. april til den 23. august 2022 har borgere, medarbejdere og ledere prøvet ni ideer af i Sundhed og Omsorg. \
Nogle er små og kan bruges i morgen. Andre er kun lige begyndt. Her kan du læse, hvad vi så, hvad der var svært, og \
hvad vi anbefaler.

Hvert kapitel ser på det samme fra tre sider:

- borgeren og de pårørende
- medarbejderen og organisationen
- økonomi og ressourcer

Den 5. oktober taler vi om det hele på Velfærdsmødet. Den 25. oktober drøfter Ældre- og Aktivitetsudvalget, hvad der \
skal blive, hvad der skal have mere tid, og hvad vi slipper.

Tak til alle, der turde prøve noget, de ikke vidste, om ville lykkes."""

FACTS = """- Velfærdsaftalen mellem kommunen og regeringen blev indgået i september 2021
- Den fritager ældreområdet fra en række regler frem til september 2024
- En prøvehandling varer som regel 100 dage; denne runde varede 120
- Ni prøvehandlinger i denne runde

Kilde: Hæftet om prøvehandlinger, Viborg Kommune, oktober 2022."""


def tell() -> None:
    """Writes the foreword and publishes the first edition, before the meeting."""
    front = Front(
        title="Ni ideer på prøve",
        subtitle="Det prøvede vi på ældreområdet – og det lærte vi",
        foreword=FOREWORD,
        foreword_by="Konstrueret forord, skrevet til Stillads",
        facts_title="Fakta om velfærdsaftalen",
        facts=FACTS,
    )
    save_front(round_key="2022-2", front=front, version=0, viewer=consultant(WRITTEN), at=WRITTEN)
    publish_edition(round_key="2022-2", number=1, note="", viewer=consultant(PUBLISHED), at=PUBLISHED)

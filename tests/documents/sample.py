"""A booklet, a board sheet and a committee item as a municipality could have written them.

Everything in it is constructed. It is what the renderers are tried on, and what is looked at page by page.
"""

# ruff: noqa: E501 - running text

import datetime
from typing import Any

from tests.documents.drawings import run_chart
from tests.documents.sample_chapters import CALLS, MEALS, OTHERS
from tests.documents.sample_parts import prose, section

from stillads.documents.edition import Colophon, Document, Section
from stillads.documents.elements import (
    FactsBox,
    Notice,
    Picture,
    SaidDid,
    SaidDone,
    Sources,
    Table,
)
from stillads.documents.plain import from_plain

FOREWORD = """Af sundhedschefen og formanden for Ældrerådet

Dette hæfte fortæller om ni forsøg på at gøre hverdagen bedre for ældre i Lindeby Kommune. Forsøgene er tænkt ud af \
borgere, pårørende, medarbejdere og ledere, og de er prøvet dér, hvor hverdagen er: i hjemmene, på plejecentrene og på \
landevejen.

En prøvehandling varer som regel 100 dage. Inden den første dag skriver vi ned, hvad vi tror, der vil ske. Bagefter \
holder vi det op mod, hvad vi så. Derfor kan du her også læse om det, der ikke gik, som vi troede.

> Det er ikke et nederlag at tage fejl. Det er et nederlag ikke at opdage det.
> – Ældrerådets formand

Hæftet lægges frem på Velfærdsmødet 14. september 2023. Her drøfter ledere, medarbejdere og Ældreråd hvert forsøg, og \
deres tilbagemelding følger med, når udvalget tager stilling i oktober.

# Sådan er hvert forsøg vurderet

- **Borger og pårørende**: Mærkes det i hverdagen?
- **Medarbejder og organisation**: Kan vi blive ved?
- **Økonomi og ressourcer**: Hvad koster det, og hvem bærer det?"""

FACTS = """Kommunen har siden 2021 kunnet fravige en række regler på ældreområdet.

- Ni prøvehandlinger i denne runde, 32 i alt siden start
- 214 borgere og 167 medarbejdere har deltaget
- Alle prøvehandlinger har en forudsigelse, der blev låst før dag 1"""

APPENDIX = (
    Section(
        title="Servicekald på Toftegården",
        elements=(
            Table(
                caption="Kald pr. beboer pr. uge, midterste værdi",
                header=("Periode", "Uger", "Beboere", "Kald", "Metode"),
                rows=(
                    ("Før start", "10–13", "40 af 52", "9", "Kaldeanlæggets log"),
                    ("Første halvdel", "14–20", "41 af 52", "8", "Kaldeanlæggets log"),
                    ("Anden halvdel", "21–28", "41 af 52", "6", "Kaldeanlæggets log"),
                ),
                numeric=(2, 3),
                note="Trukket 12. juli 2023. Nætter med fejl på anlægget (2) er udeladt. Konstrueret.",
            ),
        ),
    ),
    Section(
        title="Måltider",
        elements=(
            Table(
                caption="Varighed og spild",
                header=("Mål", "Før", "Efter", "n af N", "Kilde og dato"),
                rows=(
                    ("Måltidets længde (minutter)", "24", "38", "92 af 100", "Værternes hæfte, 7. juli 2023"),
                    ("Madspild (kg pr. uge)", "14", "9", "14 af 14", "Køkkenets vægt, 10. juli 2023"),
                ),
                numeric=(1, 2, 3),
            ),
            Sources(
                items=(
                    "Spørgeskema til beboere, uge 27, 28 af 31 svar.",
                    "Logbog for Birkelund, april–juli 2023.",
                )
            ),
        ),
    ),
)


def booklet(**changes: Any) -> Document:
    """The whole sample; fields given replace those of the document."""
    fields: dict[str, Any] = {
        "title": "Ni idéer på prøve",
        "subtitle": "Erfaringer fra 100 dages prøvehandlinger i ældreplejen",
        "municipality": "Lindeby Kommune",
        "colour": "#1f5f5b",
        "label": "Velfærdshæfte · runde 2023-1",
        "period": "3. april – 11. juli 2023",
        "date": datetime.date(2023, 8, 25),
        "notice": Notice(kind="constructed", text="Prøvehandlinger, tal og personer er opdigtede."),
        "front": (
            Section(
                title="Forord",
                elements=(
                    prose(FOREWORD),
                    FactsBox(title="Fakta om velfærdsaftalen", body=from_plain(FACTS)),
                ),
            ),
        ),
        "chapters": (CALLS, MEALS, *OTHERS),
        "appendix": APPENDIX,
        "colophon": Colophon(
            publisher="Sundhed og Omsorg, Lindeby Kommune",
            edition=1,
            published=datetime.date(2023, 8, 25),
            contact="udvikling@lindeby.example",
            notes=from_plain(
                "Hæftet findes også i stor skrift og som tilgængelig webside. Rettelser giver en ny udgave."
            ),
        ),
    }
    return Document(**{**fields, **changes}).sealed()


def sheet() -> Document:
    """The board sheet of the first trial."""
    chapter = CALLS.model_copy(
        update={
            "notices": (),
            "sections": (
                section(
                    "",
                    SaidDid(
                        rows=(
                            SaidDone(
                                said="Vi kan ikke nå samtalerne, når vi er to om aftenen.",
                                done="Aftensamtalen er flyttet til kl. 16, hvor dagholdet stadig er her.",
                            ),
                            SaidDone(
                                said="Vikarerne ved ikke, hvad de skal spørge om.",
                                done="Lommekort ligger i vagtmappen fra uge 24.",
                            ),
                            SaidDone(
                                said="Ønskerne forsvinder mellem vagterne.",
                                done="Ønskelisten hænger ved tavlen og gennemgås ved hvert overlap.",
                            ),
                        )
                    ),
                ),
                section(
                    "Det så vi",
                    Picture(
                        svg=run_chart(
                            [9, 10, 8, 9, 9.5, 8, 7, 6.5, 6, 7, 6, 5.5, 6, 5, 6], 5, "kald pr. beboer", 8
                        ),
                        alt="Kurve over kald pr. beboer pr. uge: omkring 9 før dag 1, omkring 6 til sidst.",
                        caption="Kald pr. beboer pr. uge, 41 af 52 beboere. Kaldeanlægget, uge 10–28. Konstrueret.",
                    ),
                ),
                section(
                    "Det lærte vi",
                    prose(
                        "- Ønskerne kommer frem, mens der er tid til dem\n- Vikardage kræver et lommekort\n- Pårørende mærker roen"
                    ),
                ),
                section(
                    "Det sker nu",
                    prose(
                        "Alle seks plejecentre holder samtalerne fra **1. oktober**. Vi ser på tallene igen **15. januar**."
                    ),
                ),
            ),
        }
    )
    return booklet(kind="sheet", chapters=(chapter,), front=(), appendix=())


def item() -> Document:
    """A committee item."""
    front = (
        section(
            "Resume",
            prose(
                "Ældreudvalget orienteres om ni prøvehandlinger og tager stilling til, hvad der skal ske med dem."
            ),
        ),
        section(
            "Indstilling",
            prose(
                "Direktøren for Sundhed og Omsorg indstiller,\n\n1. at samtalerne gøres permanente på seks plejecentre\n2. at måltidsværter forlænges et halvt år\n3. at gulvvask med robot opgives"
            ),
        ),
        section("Beslutning", prose("")),
        section(
            "Inddragelse og høring",
            prose(
                "Ældrerådet blev hørt 14. september 2023 og støtter indstillingen. MED-udvalget ønsker en plan for vikardage."
            ),
        ),
        section(
            "Økonomiske forhold",
            Table(
                caption="Udgifter og timer pr. år",
                header=("Prøvehandling", "Timer", "Kroner"),
                rows=(("Samtaler", "0", "12.000"), ("Måltidsværter", "1.460", "380.000")),
                numeric=(1, 2),
                note="Konstrueret.",
            ),
        ),
        section("Juridiske forhold", prose("Prøvehandlingerne holder sig inden for Ældreloven.")),
        section(
            "Bilag",
            Sources(items=("Ni idéer på prøve, udgave 1", "Referat af Velfærdsmødet 14. september 2023")),
        ),
    )
    return booklet(
        kind="item",
        title="Prøvehandlinger i ældreplejen, runde 2023-1",
        subtitle="Beslutningssag",
        label="Ældreudvalget · 24. oktober 2023",
        front=front,
        chapters=(),
        appendix=(),
        colophon=Colophon(publisher="Sundhed og Omsorg", edition=1),
    )

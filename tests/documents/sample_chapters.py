"""Nine constructed chapters of very different length."""

# ruff: noqa: E501 - running text

from tests.documents.drawings import bars, run_chart
from tests.documents.sample_parts import finding, findings, line, prose, ratings, section, short

from stillads.documents.edition import Chapter
from stillads.documents.elements import (
    Comparison,
    Comparisons,
    FactList,
    Figure,
    Notice,
    Picture,
    Recommendation,
    RecommendationPart,
)
from stillads.documents.plain import from_plain

CALLS = Chapter(
    key="servicekald",
    number=1,
    title="Færre kald med faste samtaler om dagen",
    tested_at="Distrikt Åløkke og plejecentret Toftegården, to vagtlag",
    lead="Hvad sker der, når vi spørger til dagen, før borgeren selv behøver at kalde?",
    line=line({"kald uge 18": (29, 36), "spørgeskema": (78, 85)}),
    key_figures=(
        Figure(value="41 af 52", label="beboere deltog", note="Optalt 11. juli 2023"),
        Figure(
            value="9 → 6", label="kald pr. beboer pr. uge, midterste værdi", note="Kaldeanlægget, uge 10–28"
        ),
        Figure(value="16 af 19", label="medarbejdere vil fortsætte", note="Spørgeskema, uge 26"),
    ),
    notices=(Notice(kind="constructed", text="Alle tal og citater i dette kapitel er opdigtede."),),
    sections=(
        section(
            "Beskrivelse",
            prose(
                "Om morgenen, først på eftermiddagen og før nattevagten sætter en medarbejder sig ned hos beboeren i "
                "to-tre minutter. Samtalen har ingen dagsorden ud over ét spørgsmål: *Er der noget, jeg kan gøre nu, så "
                "du ikke behøver at vente på det senere?*\n\n"
                "Vi ville vide, om samtalerne gør dagen roligere for beboeren, og om de tager tid fra andet arbejde. "
                "Derfor talte vi kald hele vejen igennem og spurgte både beboere og medarbejdere til sidst.\n\n"
                "- Samtalen holdes af den, der alligevel er på stuen\n"
                "- Et ønske, der høres, bliver skrevet på ønskelisten med det samme\n"
                "- Næste vagtlag ser ønsket ved overlap og fortæller tilbage, når det er opfyldt"
            ),
        ),
        section(
            "",
            Comparisons(
                rows=(
                    Comparison(
                        what="Kald pr. beboer pr. uge",
                        perspective="citizen",
                        predicted="Falder mindst 20\u202f%",
                        measured="Fra 9 til 6",
                        difference="33\u202f% færre",
                        verdict="Som forudsagt",
                        basis="41 af 52 beboere · kaldeanlægget · uge 10–28",
                    ),
                    Comparison(
                        what="Tid til planlagte opgaver",
                        perspective="employee",
                        predicted="Uændret",
                        measured="12 minutter mere pr. vagt",
                        difference="Lidt bedre",
                        verdict="Som forudsagt",
                        basis="14 af 19 medarbejdere · egne registreringer · uge 18",
                    ),
                    Comparison(
                        what="Vikartimer",
                        perspective="economy",
                        predicted="Uændret",
                        measured="",
                        difference="Kan ikke siges",
                        verdict="Ikke undersøgt",
                        basis="Tallene fra vagtplanen kom for sent",
                    ),
                ),
                note="Forudsigelsen blev låst 31. marts 2023, tre dage før dag 1.",
            ),
        ),
        section(
            "",
            Picture(
                svg=run_chart([9, 10, 8, 9, 9.5, 8, 7, 6.5, 6, 7, 6, 5.5, 6, 5, 6], 5, "kald pr. beboer", 8),
                alt="Kurve over kald pr. beboer pr. uge. Før dag 1 ligger den omkring 9, fra uge 20 omkring 6.",
                sentence="Faldet er større end de tilfældige udsving, vi så før start.",
                caption="Kald pr. beboer pr. uge, 41 beboere på Toftegården. Kilde: kaldeanlægget. Konstrueret.",
            ),
            findings(
                "advantages",
                [
                    finding(
                        "Beboerne kalder sjældnere, især sidst på eftermiddagen, hvor uroen plejede at være størst.",
                        "measured",
                        "kaldeanlægget, uge 10–28, 41 af 52 beboere",
                    ),
                    finding(
                        "Fire ud af fem siger, at det er blevet lettere at bede om noget småt:\n\n"
                        "- en avis, der bliver læst højt\n- strømperne på før morgenmaden\n"
                        "- gardinet trukket fra, inden solen er væk",
                        "survey",
                        "uge 26, 33 af 41 beboere",
                    ),
                    finding(
                        "> Nu behøver jeg ikke trykke. De kommer jo.\n> – beboer, Toftegården",
                        "quote",
                        "interview uge 25",
                    ),
                ],
                [
                    finding(
                        "Aftenvagten begynder roligere, fordi ønskerne er kendt ved overlap.",
                        "observation",
                        "tavlemøder, maj",
                    ),
                    finding(
                        "16 af 19 vil gerne fortsætte; to er i tvivl, én svarede ikke.", "survey", "uge 26"
                    ),
                ],
                "ingen",
            ),
            findings(
                "barriers",
                "ingen",
                [
                    finding(
                        "På dage med tre eller flere vikarer bliver samtalen glemt. En lap på døren hjalp, men ikke nok.",
                        "observation",
                        "logbog, 14 dage i juni",
                    )
                ],
                "ikke",
            ),
        ),
        section(
            "Vurdering",
            prose(
                "Samtalerne er små, men de flytter noget: ønskerne kommer frem, mens der er tid til dem. Faldet i kald er "
                "tydeligt og har holdt sig i ni uger. Om det også mærkes på vikartimerne, ved vi ikke endnu."
            ),
        ),
        section(
            "Hvad gjorde størst indtryk?",
            prose(
                "> Jeg troede, vi skulle finde tid. Det viste sig, at vi fik den.\n> – social- og sundhedsassistent\n\n"
                "Flere pårørende lagde mærke til stilheden på gangen, før nogen havde fortalt dem om forsøget."
            ),
        ),
        section(
            "Anbefaling",
            Recommendation(
                parts=(
                    RecommendationPart(
                        title="1. Samtalerne bliver daglig praksis",
                        body=from_plain("Alle seks plejecentre holder de tre samtaler fra 1. oktober 2023."),
                        outcome="gøres permanent og udbredes",
                        owner="centerlederne",
                        deadline="1. oktober 2023",
                    ),
                    RecommendationPart(
                        title="2. Vikarer introduceres",
                        body=from_plain(
                            "Et lommekort med spørgsmålet og stedet for ønskelisten gives ved vagtens start."
                        ),
                        outcome="afprøves videre",
                        owner="vagtplanlæggerne",
                        deadline="15. september 2023",
                    ),
                )
            ),
            ratings(
                ("Stor værdi", 4, "Dagen er blevet roligere for de fleste."),
                ("God værdi", 3, "Roligere overlap; vikardage mangler en løsning."),
                ("Kan ikke vurderes", 0, "Vikartimerne er ikke gjort op."),
            ),
        ),
    ),
)

MEALS = Chapter(
    key="maaltidsvaerter",
    number=2,
    title="Måltidsværter ved middagsbordet",
    tested_at="Plejecentrene Birkelund og Søparken",
    lead="En fast vært ved hvert bord giver ro om maden.",
    line=line({"vejning": (8, 15), "vejning igen": (90, 100)}),
    key_figures=(
        Figure(value="28 af 31", label="beboere spiste ved bordet", note="Værternes hæfte, uge 27"),
        Figure(value="38 min.", label="varer et måltid i gennemsnit", note="Mod 24 min. før start"),
    ),
    sections=(
        section(
            "Beskrivelse",
            prose(
                "Én medarbejder sætter sig ved bordet og bliver der. Værten øser ikke op for alle, men rækker fade rundt "
                "og holder samtalen i gang. Medicin, telefon og oprydning venter, til der er spist færdigt."
            ),
            FactList(
                items=(
                    ("Hvem", "31 beboere og 12 værter"),
                    ("Hvornår", "Alle hverdage kl. 12 i 100 dage"),
                    ("Hvordan målt", "Vægt to gange, varighed hver dag, fem observationer"),
                )
            ),
        ),
        section(
            "",
            findings(
                "advantages",
                [
                    finding(
                        "Måltidet varer 14 minutter længere, og flere tager to gange.",
                        "measured",
                        "værternes hæfte, 92 måltider",
                    ),
                    finding(
                        "Ingen tabte sig mere end 2 kg i perioden.", "measured", "vejning, 29 af 31 beboere"
                    ),
                ],
                [
                    finding(
                        "Værterne kender beboernes madønsker uden at slå op.",
                        "observation",
                        "fem observationer",
                    )
                ],
                [finding("Spildet faldt fra 14 til 9 kg om ugen.", "measured", "køkkenets vægt, uge 14–27")],
            ),
            findings(
                "barriers",
                [finding("To beboere vil helst spise alene. Det skal de kunne.", "quote", "samtaler, juni")],
                [
                    finding(
                        "Værten kan ikke svare på kald imens; en kollega skal tage dem.",
                        "observation",
                        "logbog",
                    )
                ],
                "ingen",
            ),
        ),
        section(
            "",
            Picture(
                svg=bars(
                    {
                        "Maden smager mig": (24, 28),
                        "Der er ro om bordet": (26, 28),
                        "Jeg taler med de andre": (19, 28),
                        "Jeg får mine livretter": (12, 28),
                    }
                ),
                alt="Søjler: 24 af 28 er enige i, at maden smager, 26 i, at der er ro, 19 taler med andre, 12 får livretter.",
                sentence="Roen er der. Livretterne mangler.",
                caption="Beboere, der er helt eller delvist enige. Spørgeskema uge 27, 28 af 31 svarede. Konstrueret.",
            ),
        ),
        section(
            "Vurdering",
            prose("Værtsrollen virker, når kaldene er dækket ind. Uden dækning bliver det endnu en opgave."),
        ),
        section(
            "Anbefaling",
            Recommendation(
                parts=(
                    RecommendationPart(
                        body=from_plain("Fortsæt et halvt år på tre centre med dækning af kald."),
                        outcome="forlænges",
                    ),
                )
            ),
            ratings(
                ("Stor værdi", 4, ""),
                ("Nogen værdi", 2, "Kræver en kollega til kaldene."),
                ("Nogen værdi", 2, "Mindre spild opvejer ikke alle timer."),
            ),
        ),
    ),
)


OTHERS = (
    short(
        "cykelrute", 3, "Hjemmeplejens rute på elcykel", "Distrikt Midtby",
        "To hold bytter bilen ud med elcykel på ruter under fem kilometer. Vi talte kilometer og forsinkelser.\n\n"
        "Ruten blev lagt om tre gange, fordi asfalten ved åen er for smal til to cykler med kasser.",
        "Kilometerne i bil faldt, men forsinkelserne steg på regnvejrsdage. Vi ved endnu ikke nok om vinteren.",
        key_figures=(
            Figure(value="1.240 km", label="færre i bil", note="Kørebogen, uge 14–28"),
            Figure(value="7 af 61", label="ruter forsinket over 15 min.", note="Rutelisten"),
        ),
    ),
    short(
        "pulsmaaling", 4, "Ugentlig puls med tre spørgsmål", "Hjemmeplejen Vest, to teams",
        "Hver fredag svarer borgeren på tre spørgsmål på en tablet eller i en kort samtale. Svarene ligger klar mandag.",
        "Spørgsmålene blev brugt mest, hvor teamet talte om dem mandag morgen.",
    ),
    short(
        "robotgulv", 5, "Gulvvask med robot", "Seks hjem i Distrikt Syd",
        "Borgeren låner en robot i fire uger og vurderer, om gulvet er rent nok.",
        "Robotten kom ikke over dørtrinnene. **Prøvehandlingen stoppes**, og det, vi lærte, er beskrevet her, så ingen "
        "behøver at gøre det om: mål dørtrinnene først.",
    ),
    short(
        "morgenhold", 6, "Et morgenhold til bad og mobilisering", "Plejecentret Kløvermarken",
        "To medarbejdere møder en time tidligere og hjælper de seks beboere, der helst vil op først.",
        "Beboerne er glade; vagtplanen er det ikke. En blandet vagt bør prøves, før der besluttes noget.",
    ),
    short(
        "traening", 7, "Træning i hverdagens gøremål", "Rehabiliteringscenter Nord og hjemmeplejen",
        "Terapeuten følger borgeren i køkkenet, i haven og på trappen i stedet for i træningssalen.\n\n"
        "1. Første uge aftales mål\n2. Tre uger trænes hjemme\n3. Hjemmehjælperen tager over med et ark på køleskabet",
        "Målene blev nået af flere, end vi turde håbe, men gruppen er lille og havde selv meldt sig.",
    ),
    short(
        "aftenbesoeg", 8, "Faste ansigter om aftenen, også når ugen er lang, og ferien tager til", "Distrikt Åløkke",
        "Fem borgere ser højst tre forskellige medarbejdere på en uge om aftenen.",
        "Det lod sig gøre i ti af fjorten uger. I juli brød det sammen.",
    ),
    short(
        "venteliste", 9, "Hjælpemidler til låns samme dag", "Hjælpemiddeldepotet",
        "Depotet holder åbent uden tid to eftermiddage om ugen. Borgeren går hjem med det samme dag.",
        "Ventetiden faldt for de almindelige hjælpemidler og var uændret for de særlige.",
    ),
)  # fmt: skip

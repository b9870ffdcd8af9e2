"""One living example or more of every component: the style guide shows them, the docs list them,
and a test renders them all. What a name in an example stands for is in `context`."""

from datetime import date
from typing import Any

from django.utils.safestring import SafeString

from stillads.charts.before_after import BeforeAfter, Level
from stillads.charts.forecast import Forecast
from stillads.charts.hundred_day_line import HundredDayLine, Mark, Window

EXAMPLES: dict[str, tuple[str, ...]] = {
    "button": (
        '{% button "Gem udkast" %}',
        '{% button "Send til godkendelse" kind="secondary" icon_name="send" name="do" value="send" %}',
        '{% button "Fortryd" kind="tertiary" type="button" %}',
        '{% button "Slet forslaget" kind="warning" %}',
        '{% button "Lås forudsigelsen" disabled_reason="Der mangler en dato for evalueringen." %}',
    ),
    "link_button": (
        '{% link_button "Ny prøvehandling" "/ny/" %}',
        '{% link_button "Se hæftet" "/haefte/" kind="primary" icon_name="document" %}',
        '{% link_button "Åbn mødet" "/moede/" disabled_reason="Mødet begynder først den 14. juni." %}',
    ),
    "actions": (
        '{% actions %}{% button "Gem" %}{% link_button "Tilbage" "/" kind="tertiary" %}{% endactions %}',
    ),
    "form_to": (
        '{% form_to "/gem/" %}{{ form.title.as_field_group }}{% actions %}{% button "Gem" %}{% endactions %}'
        "{% endform_to %}",
    ),
    "print_button": ("{% print_button %}",),
    "copy_button": (
        '<p id="adresse">stillads.example.dk/i/8k2m</p>{% copy_button "adresse" text="Kopiér linket" %}',
    ),
    "breadcrumb": ('{% breadcrumb trail "Servicekald om natten" %}',),
    "back_link": ('{% back_link "/runder/" "Alle runder" %}',),
    "notice": (
        "{% notice %}Runden begynder mandag den 5. september (uge 36).{% endnotice %}",
        '{% notice kind="success" heading="Tak. Det er gemt." %}<p>Det bliver læst på tavlemødet fredag.</p>'
        "{% endnotice %}",
        '{% notice kind="warning" heading="Sommerferien ligger midt i runden" %}'
        "<p>Uge 28–30 tæller med i de 100 dage, men få er på arbejde.</p>{% endnotice %}",
        '{% notice kind="error" live=True %}Filen kunne ikke læses.{% endnotice %}',
    ),
    "empty_state": (
        '{% empty_state "Ingen mangler noget fra dig." then="Næste: evalueringen, 23. august." %}',
        '{% empty_state "Der er ikke skrevet i logbogen endnu." href="/log/ny/" link="Skriv det første" %}',
    ),
    "card": (
        '{% card heading="Servicekald om natten" href="/p/7/" kicker="Prøvehandling 7" %}'
        "<p>Færre opkald, når der er en fast aftale?</p>{% endcard %}",
        '{% card heading="Husk" level="3" tone="soft" %}<p>Lås forudsigelsen før dag 1.</p>{% endcard %}',
        '{% card tone="quiet" %}<p>Uden overskrift.</p>{% endcard %}',
    ),
    "section": (
        '{% section heading="Hvad vi så" answer="Faldet er større end udsvingene før start." %}'
        "<p>12 af 14 nætter.</p>{% endsection %}",
    ),
    "details": ('{% details summary="Se alle 14 nætter" %}<p>Nat for nat.</p>{% enddetails %}',),
    "progress": ('{% progress 12 40 label="Hæftet laves" %}',),
    "undo_toast": ('{% undo_toast "Opkaldet er gemt." "/fortryd/" %}',),
    "error_summary": ("{% error_summary wrong %}",),
    "table": (
        '{% table caption="Opkald pr. uge" %}<thead><tr><th scope="col">Uge</th>'
        '<th scope="col" class="number">Opkald</th></tr></thead><tbody>'
        '<tr><th scope="row" data-title="Uge">uge 23</th><td class="number" data-title="Opkald">31</td></tr>'
        '<tr><th scope="row" data-title="Uge">uge 24</th><td class="number" data-title="Opkald">19</td></tr>'
        "</tbody>{% endtable %}",
    ),
    "facts": ("{% facts pairs %}", "{% facts pairs wide=True %}"),
    "steps": ('{% steps flow label="Vejen for ideen" %}',),
    "timeline": ('{% timeline events label="Logbog" %}',),
    "tasks": ("{% tasks todo %}",),
    "tabs": ('{% tabs parts label="Prøvehandlingens dele" %}',),
    "pagination": ('{% pagination 5 12 query="q=fald" %}',),
    "search_field": ('{% search_field "/soeg/" value="rytmeplan" hint="Også en del af et ord." %}',),
    "perspective": (
        '{% perspective "citizen" %} {% perspective "employee" %} {% perspective "economy" %}',
        '{% perspective "citizen" text="Borger/pårørende" %}',
    ),
    "sign": ('{% sign "advantage" %} {% sign "barrier" %}',),
    "verdict": (
        '{% verdict "better" %} {% verdict "unchanged" %} {% verdict "worse" %}',
        '{% verdict "open" %} {% verdict "not_examined" %} {% verdict "provisional" %}',
    ),
    "tag": (
        '{% tag "Kladde" %} {% tag "I gang" tone="info" %} {% tag "Godkendt" tone="good" %}'
        ' {% tag "Mangler svar" tone="warning" %} {% tag "Stoppet" tone="bad" %}',
    ),
    "constructed": ("{% constructed %}",),
    "ball": ('{% ball "Karen Holm" mine=True since="siden 3. maj" %}', '{% ball "Ældrerådet" %}'),
    "icon": ('{% icon "print" %} {% icon "time" label="Frist" %}',),
    "hundred_day_line": ("{% hundred_day_line line %}", '{% hundred_day_line line size="row" %}'),
    "rating": ('{% rating "citizen" 2 %} {% rating "employee" 0 %} {% rating "economy" None %}',),
    "forecast": ("{% forecast comparison %}",),
    "chart": ('{% chart shares sentence="Andelen faldt fra 62 % (31 af 50) til 41 % (23 af 56)." %}',),
    "small_chart": ("{% small_chart shares %}",),
    "picture": (
        '{% picture caption="Opkald pr. nat, 14 nætter i uge 23–24." source="Kilde: kaldeanlægget." %}'
        "{% forecast comparison %}{% endpicture %}",
    ),
    "timer": ("{% timer 5 %}",),
}


def context(form: Any = None, wrong: Any = None) -> dict[str, Any]:
    """The data behind the names in the examples; `form` is fresh, `wrong` has errors."""
    return {
        "form": form,
        "wrong": wrong,
        "trail": [("Runder", "/runder/"), ("Runde 2022-2", "/runder/2022-2/")],
        "pairs": [
            ("Afprøvningssted", "Toftegården, 2. sal"),
            ("Periode", "26. april – 23. august 2022 (120 dage)"),
            ("Ansvarlig", SafeString('Karen Holm <span class="quiet">(leder)</span>')),
        ],
        "flow": [
            ("done", "Ideen er modtaget", "3. marts, fra en medarbejder"),
            ("done", "Udvalgt til runden"),
            ("now", "Afprøves", "dag 40 af 100"),
            ("blocked", "Indkøb af hovedtelefoner", "Venter på indkøb"),
            ("next", "Evalueres"),
            ("skipped", "Høring i MED", "Ikke nødvendig: ingen ændrede arbejdsgange"),
        ],
        "events": [
            ("26. april", "Startet", "Karen Holm"),
            ("2. maj", "Første uge er registreret"),
        ],
        "todo": [
            ("Skriv, hvad I forventer, før prøvehandlingen begynder", "/a/", "inden 26. april"),
            ("Læs evalueringen af servicekald", "/b/", "i dag"),
        ],
        "parts": [
            ("Overblik", "/p/7/", True),
            ("Evaluering", "/p/7/evaluering/", False),
            ("Log", "/p/7/log/", False),
        ],
        "line": example_line(),
        "shell": {
            "municipality": "Eksempel Kommune",
            "demo": True,
            "person": "Karen Holm",
            "person_url": "/konto/",
            "logout_url": "/konto/log-ud/",
            "nav": [
                (label, f"/{label.lower()}/", label == "Runder")
                for label in ("Overblik", "Runder", "Ideer", "Hæfter", "Organisation", "Log")
            ],
            "footer": [("Tilgængelighed", "/tilgaengelighed/"), ("Stilguide", "/stilguide/")],
        },
        "shares": BeforeAfter(
            "Opkald, der blev til et ekstra besøg",
            (Level("Før", 62, 48.2, 74.1, 31, 50), Level("Fra dag 1", 41, 29.2, 54.1, 23, 56)),
            unit="%",
        ),
        "comparison": Forecast("Opkald pr. nat", "opkald", before=31, predicted=20, measured=23.5),
    }


def example_line() -> HundredDayLine:
    """The line of the seed's trial about calls: 26 April – 23 August 2022, seen on day 40."""
    return HundredDayLine(
        start=date(2022, 4, 26),
        end=date(2022, 8, 23),
        today=date(2022, 6, 4),
        baseline_start=date(2022, 3, 28),
        evaluation=date(2022, 8, 31),
        windows=(
            Window("Servicekald", date(2022, 6, 6), date(2022, 6, 12)),
            Window("Spørgeskema", date(2022, 8, 15), date(2022, 8, 21)),
        ),
        marks=(
            Mark(date(2022, 5, 16), "note", "Ny vagtplan"),
            Mark(date(2022, 5, 30), "amendment", "Forudsigelsen ændret"),
        ),
    )

"""Sessions, passages and themes in words."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from stillads.capture.queries.interviews import InterviewPage, Passage, Session, ThemeView
from stillads.kernel.dates import format_date, format_weekday


@dataclass(frozen=True, slots=True)
class PassageLine:
    """A passage; `said_by` is a role, `tone` a word with its colour's name."""

    text: str
    themes: tuple[str, ...]
    tone: str
    tone_colour: str
    said_by: str
    quotable: bool
    constructed: bool
    url: str
    remove_url: str


@dataclass(frozen=True, slots=True)
class SessionLine:
    """A session in the list."""

    title: str
    size: str
    by: str
    url: str
    constructed: bool


@dataclass(frozen=True, slots=True)
class ThemeLine:
    """A theme: its sentence, and its passages."""

    title: str
    answer: str
    passages: tuple[PassageLine, ...]


def place_answer(page: InterviewPage) -> str:
    """How much has been noted."""
    if not page.sessions:
        return _("Nothing has been noted yet.")
    passages = sum(len(session.passages) for session in page.sessions)
    said = ngettext("One session is noted", "%(n)d sessions are noted", len(page.sessions)) % {
        "n": len(page.sessions)
    }
    coded = ngettext("one passage is coded", "%(n)d passages are coded", passages) % {"n": passages}
    return f"{said}, {coded}." if passages else _("%(said)s, no passage is coded yet.") % {"said": said}


def session_line(session: Session, page: InterviewPage) -> SessionLine:
    """A session in words."""
    n = len(session.passages)
    size = [
        ngettext("one took part", "%(n)d took part", session.people) % {"n": session.people}
        if session.people
        else "",
        ngettext("one passage", "%(n)d passages", n) % {"n": n} if n else _("no passages yet"),
    ]
    return SessionLine(
        title=f"{format_weekday(session.held_on).capitalize()} {session.held_on.year}",
        size=", ".join(part for part in size if part),
        by=session.by,
        url=reverse("interviews:session", args=[page.deployment, session.ref]),
        constructed=session.constructed,
    )


def session_title(session: Session, page: InterviewPage) -> str:
    """`Fokusgruppe, 4. maj 2026`."""
    return f"{page.definition.title}, {format_date(session.held_on)}"


def passage_line(passage: Passage, page: InterviewPage) -> PassageLine:
    """A passage in words."""
    words = {option.key: option.text for option in page.definition.themes}
    tone, colour = {
        "for": (_("For"), "good"),
        "against": (_("Against"), "bad"),
        "neither": (_("Neither"), "plain"),
    }.get(passage.tone, ("", "plain"))
    where = [page.deployment, passage.session, passage.public_id]
    return PassageLine(
        text=passage.text,
        themes=tuple(words.get(key, key) for key in passage.themes),
        tone=tone,
        tone_colour=colour,
        said_by=passage.by_whom,
        quotable=passage.may_quote,
        constructed=passage.constructed,
        url=reverse("interviews:passage", args=where),
        remove_url=reverse("interviews:remove", args=where),
    )


def theme_line(theme: ThemeView, page: InterviewPage) -> ThemeLine:
    """What was said about one theme, with how many spoke for and against."""
    return ThemeLine(
        theme.title, _theme_answer(theme), tuple(passage_line(passage, page) for passage in theme.passages)
    )


def _theme_answer(theme: ThemeView) -> str:
    if not theme.passages:
        return _("Nobody has spoken of it. That is not the same as agreement.")
    n = len(theme.passages)
    said = ngettext("One passage", "%(n)d passages", n) % {"n": n}
    sessions = ngettext("one session", "%(n)d sessions", theme.sessions) % {"n": theme.sessions}
    return _("%(said)s from %(sessions)s: %(for)d for, %(against)d against.") % {
        "said": said,
        "sessions": sessions,
        "for": theme.tones.get("for", 0),
        "against": theme.tones.get("against", 0),
    }

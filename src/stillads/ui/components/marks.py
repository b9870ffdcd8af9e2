"""Small marks: a shape and a word together, never colour alone."""

from typing import Literal

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from .markup import one_of, required

Perspective = Literal["citizen", "employee", "economy"]
Tone = Literal["plain", "info", "good", "warning", "bad"]
Verdict = Literal["better", "unchanged", "worse", "open", "not_examined", "provisional"]

_SHAPES = {"citizen": "●", "employee": "▲", "economy": "■"}
_TONE_SHAPES = {"plain": "", "info": "○", "good": "✓", "warning": "!", "bad": "✕"}
_VERDICT_SHAPES = {
    "better": "↗", "unchanged": "→", "worse": "↘", "open": "?", "not_examined": "–", "provisional": "…",
}  # fmt: skip


def perspective_word(key: str) -> str:
    """The short Danish word for a perspective key."""
    one_of("perspective", "key", key, Perspective)
    return {"citizen": _("Citizen"), "employee": _("Employee"), "economy": _("Economy")}[key]


def perspective(key: str, *, text: str = "") -> SafeString:
    """citizen ●, employee ▲, economy ■ with the word; `text` replaces it (“Borger/pårørende”)."""
    word = text or perspective_word(key)
    one_of("perspective", "key", key, Perspective)
    return format_html(
        '<span class="perspective perspective-{}"><span class="shape" aria-hidden="true">{}</span> {}</span>',
        key,
        _SHAPES[key],
        word,
    )


def sign(kind: str, *, text: str = "") -> SafeString:
    """The sign of an `advantage` (+) or a `barrier` (!), with its word."""
    one_of("sign", "kind", kind, Literal["advantage", "barrier"])
    word = text or {"advantage": _("Advantage"), "barrier": _("Barrier")}[kind]
    shape = {"advantage": "+", "barrier": "!"}[kind]
    return format_html(
        '<span class="sign sign-{}"><span class="shape" aria-hidden="true">{}</span> {}</span>',
        kind,
        shape,
        word,
    )


def verdict(key: str, *, text: str = "") -> SafeString:
    """What was found against what was predicted. `text` replaces the standard word.

    Keys: better, unchanged, worse, open, not_examined, provisional.
    """
    one_of("verdict", "key", key, Verdict)
    words = {
        "better": _("As hoped"),
        "unchanged": _("No clear change"),
        "worse": _("The wrong way"),
        "open": _("Cannot be told yet"),
        "not_examined": _("Not examined"),
        "provisional": _("Provisional"),
    }
    return format_html(
        '<span class="verdict verdict-{}"><span class="shape" aria-hidden="true">{}</span> {}</span>',
        key.replace("_", "-"),
        _VERDICT_SHAPES[key],
        text or words[key],
    )


def tag(text: str, *, tone: str = "plain") -> SafeString:
    """A state in one or two words. `tone`: plain, info, good, warning, bad; each with its sign."""
    required("tag", text=text)
    one_of("tag", "tone", tone, Tone)
    shape = _TONE_SHAPES[tone]
    drawn = format_html('<span class="shape" aria-hidden="true">{}</span>&nbsp;', shape) if shape else ""
    return format_html('<span class="mark mark-{}">{}{}</span>', tone, drawn, text)


def constructed(*, text: str = "") -> SafeString:
    """The word that invented data carries wherever it goes."""
    return format_html(
        '<span class="constructed"><span class="shape" aria-hidden="true">◇</span> {}</span>',
        text or _("constructed"),
    )


def ball(name: str, *, mine: bool = False, since: str = "") -> SafeString:
    """Who must do something now. `mine`: it is the reader."""
    required("ball", name=name)
    when = format_html(' <span class="ball-since">{}</span>', since) if since else ""
    lead = _("With you:") if mine else _("With:")
    return format_html(
        '<span class="ball{}"><span class="shape" aria-hidden="true">{}</span>'
        ' <span class="ball-lead">{}</span> {}{}</span>',
        " ball-mine" if mine else "",
        "●" if mine else "○",
        lead,
        name,
        when,
    )

"""What a survey's pages say first, in words."""

from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from stillads.capture.actions.surveys.declining import DECLINED
from stillads.capture.queries.surveys.asked import AskedPage, AskedView
from stillads.capture.queries.surveys.overview import SurveyLine, SurveyPage, WaveView
from stillads.kernel.dates import format_date, format_span
from stillads.playbooks.kinds.survey import WHO_ANSWERED

from ..forms import CHANNELS, KINDS


def when(wave: WaveView, day: date) -> str:
    """When a wave is open, as seen from a day."""
    if wave.is_open(day):
        return _("Open until %(day)s") % {"day": format_date(wave.closes_on)}
    if day < wave.opens_on:
        return _("Opens on %(day)s") % {"day": format_date(wave.opens_on)}
    return _("Was open %(days)s") % {"days": format_span(wave.opens_on, wave.closes_on)}


def count(wave: WaveView) -> str:
    """Never a naked number: answered of asked, and what came otherwise."""
    others = wave.answers - wave.answered
    if not wave.asked:
        return (
            ngettext("%(n)d answer", "%(n)d answers", wave.answers) % {"n": wave.answers}
            if wave.answers
            else _("Nobody has answered yet")
        )
    said = _("%(answered)d of %(asked)d have answered") % {"answered": wave.answered, "asked": wave.asked}
    if others > 0:
        more = ngettext("%(n)d more by open link or sheet", "%(n)d more by open link or sheet", others)
        return f"{said}, {more % {'n': others}}"
    return said


def line_sentence(line: SurveyLine, day: date) -> str:
    """One line of the list."""
    if line.wave is None:
        return _("No round is planned.")
    return f"{when(line.wave, day)}. {count(line.wave)}."


def answer(page: SurveyPage, day: date) -> str:
    """What stands first on a survey's page."""
    wave = page.wave_of(day)
    if wave is None:
        return _("No round is planned yet. Rounds are made from the playbook's days when the trial is near.")
    missing = wave.asked - wave.answered - wave.declined
    said = f"{when(wave, day)}. {count(wave)}."
    if wave.is_open(day) and missing > 0 and wave.answered:
        return f"{said} " + ngettext("%(n)d is missing.", "%(n)d are missing.", missing) % {"n": missing}
    return said


def wave_rows(page: SurveyPage, day: date) -> list[tuple[str, str, str, str, str, str]]:
    """Each wave, the newest first: name, when, counted, who answered, address of its list, address of its answers."""
    return [
        (
            _("Round %(n)d") % {"n": wave.number},
            when(wave, day),
            count(wave) if wave.opens_on <= day else "",
            who_answered(wave),
            reverse("asking:people", args=[wave.public_id]) if wave.opens_on <= day else "",
            reverse("asking:answers", args=[wave.public_id])
            if page.survey.anonymous and wave.opens_on <= day
            else "",
        )
        for wave in reversed(page.waves)
    ]


def link_rows(page: SurveyPage) -> list[tuple[str, str, str, str, str]]:
    """Each open link: what it is, where, until when, the poster's address, the closing one's (empty where closed)."""
    return [
        (
            str(KINDS[link.kind]),
            link.name,
            _("Good until %(day)s") % {"day": format_date(link.expires_on)} if link.open else _("Closed"),
            reverse("asking:poster", args=[link.public_id]) if link.open else "",
            reverse("asking:close-link", args=[link.public_id]) if link.open else "",
        )
        for link in page.links
    ]


def missing_answer(page: AskedPage) -> str:
    """What stands first on the list of those asked."""
    missing = sum(person.missing for person in page.people)
    if not page.people:
        return _("Nobody has been asked yet. It happens when the round opens.")
    if not missing:
        return _("Nobody is missing. All %(n)d have answered or do not answer this time.") % {
            "n": len(page.people)
        }
    return ngettext(
        "%(n)d of %(all)d is missing.", "%(n)d of %(all)d are missing.", missing
    ) % {"n": missing, "all": len(page.people)}  # fmt: skip


def forgotten(day: date) -> str:
    """When the addresses are let go."""
    return _("E-mail addresses are deleted on %(day)s.") % {"day": format_date(day)}


def who_answered(wave: WaveView) -> str:
    """How many each gave the answers; empty where nobody is told."""
    texts = WHO_ANSWERED.texts()
    return ", ".join(f"{texts[key]}: {n}" for key, n in wave.who)


def reminded(wave: WaveView) -> str:
    """The days of reminders, in words; empty where there are none."""
    if not wave.reminders:
        return ""
    days = [format_date(day, year=False) for day in wave.reminders]
    return _("Those who are missing are reminded on %(days)s.") % {"days": ", ".join(days)}


def name_of(person: AskedView) -> str:
    """The pseudonym or name; a relative is called so."""
    return _("Relative of %(name)s") % {"name": person.name} if person.relative else person.name


def state_of(person: AskedView) -> tuple[str, str]:
    """In a word or two, and the tone of its tag."""
    if person.answered:
        return _("Has answered"), "good"
    if person.declined:
        return str(DECLINED.get(person.declined, person.declined)), "plain"
    return _("Missing"), "warning"


def how(person: AskedView) -> str:
    """How they are asked, and what was sent."""
    said = [str(CHANNELS[person.channel])]
    if person.channel == "email" and not person.email:
        said.append(_("the address has been deleted"))
    if person.sent_on is not None:
        word = _("sent on %(day)s") if person.channel == "email" else _("handed out on %(day)s")
        said.append(word % {"day": format_date(person.sent_on, year=False)})
    elif person.channel != "staff" and person.missing:
        said.append(_("not sent yet"))
    if person.reminders and person.sent_on is not None:
        reminded = ngettext("%(n)d reminder", "%(n)d reminders", person.reminders)
        said.append(reminded % {"n": person.reminders})
    return ", ".join(said)

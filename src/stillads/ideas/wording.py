"""What stands in an e-mail, a letter and on a poster. Plain and warm, in Danish whoever acts."""

from datetime import datetime

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from stillads.kernel.clock import local_day
from stillads.kernel.dates import format_date


def link_of(token: str) -> str:
    """The address of the private page, as it is typed."""
    return f"{settings.STILLADS_BASE_URL}{reverse('ideas:status', args=[token])}"


def receipt_letter(*, name: str, title: str, link: str, given_at: datetime) -> str:
    """Thanks for an idea, with the private link."""
    with override("da"):
        text = _(
            "Thank you for your idea. It has been saved, and a person will read it. We write to you when "
            "we know what becomes of it."
        )
    return news_letter(name=name, title=title, text=text, link=link, given_at=given_at)


def news_letter(*, name: str, title: str, text: str, link: str, given_at: datetime) -> str:
    """A whole message around `text`: greeting, whose idea it is about, the private link, farewell."""
    with override("da"):
        day = format_date(local_day(given_at))
        parts = [
            _("Hello %(name)s") % {"name": name} if name else _("Hello"),
            _("On %(day)s you gave us the idea “%(title)s”.") % {"day": day, "title": title},
            text.strip(),
        ]
        if link:
            parts.append(
                _("You can always see here what happens to your idea:\n%(link)s") % {"link": link_of(link)}
            )
        parts.append(_("You get this because you asked to hear how it goes. You need not answer."))
        parts.append(_("Kind regards\n%(municipality)s") % {"municipality": settings.STILLADS_MUNICIPALITY})
    return "\n\n".join(parts)


def news_line(title: str, text: str) -> str:
    """A poster's lines: the idea, and what became of it; no name."""
    with override("da"):
        return "\n\n".join([_("The idea: “%(title)s”") % {"title": title}, text.strip()])

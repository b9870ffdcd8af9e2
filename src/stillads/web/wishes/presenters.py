"""Wishes in sentences."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from stillads.capture.queries.wishes import WishView
from stillads.kernel.dates import format_date
from stillads.web.shell.due import due_tag, type_tag

from .forms import ActForm, StepForm, TellForm


@dataclass(frozen=True, slots=True)
class Card:
    """One wish as it stands in a list. `form` is the next step's, in its place in the list; None where none is."""

    wish: WishView
    said: str
    tag: type_tag | None
    done: str
    form: StepForm | None
    button: str
    action: str


def card(wish: WishView, today: date) -> Card:
    """The wish with its next step: act where it was heard, tell where it was acted on."""
    form: StepForm | None = None
    first = {"version": wish.version}
    if wish.state == "heard" and not wish.left:
        form = ActForm(initial=first, auto_id=f"{wish.public_id}-%s")
    elif wish.state == "acted" and not wish.left:
        form = TellForm(initial=first, auto_id=f"{wish.public_id}-%s")
    return Card(
        wish=wish,
        said=" · ".join(filter(None, (wish.pseudonym, wish.area, wish.on_behalf))),
        tag=_tag(wish, today),
        done=what_became(wish),
        form=form,
        button=_("It is done") if wish.state == "heard" else _("Told the citizen"),
        action="wishes:act" if wish.state == "heard" else "wishes:tell",
    )


def _tag(wish: WishView, today: date) -> type_tag | None:
    if wish.left:
        return _("The citizen takes part no more"), "warning"
    if wish.is_open:
        return due_tag(wish.due_on, today)
    return (_("Cannot be done"), "plain") if wish.state == "closed" else (_("Done and told"), "good")


def what_became(wish: WishView) -> str:
    """What was done, or why it cannot be done; empty where nothing was yet."""
    if wish.state == "closed":
        return wish.closed_why
    if wish.acted_on is None:
        return ""
    return _("%(day)s: %(did)s") % {"day": format_date(wish.acted_on), "did": wish.did}


def waiting_sentence(wishes: list[WishView], today: date) -> str:
    """How many wishes wait, and for what."""
    if not wishes:
        return _("No wish waits for anybody.")
    said = ngettext("%(n)d wish waits.", "%(n)d wishes wait.", len(wishes)) % {"n": len(wishes)}
    late = sum(wish.due_on < today for wish in wishes)
    told = sum(wish.state == "acted" for wish in wishes)
    if late:
        said += " " + ngettext("%(n)d is overdue.", "%(n)d are overdue.", late) % {"n": late}
    if told:
        said += " " + ngettext(
            "About %(n)d the citizen has only to be told.",
            "About %(n)d the citizens have only to be told.",
            told,
        ) % {"n": told}
    return said


def units_of(wishes: list[WishView], chosen: str) -> list[tuple[str, str, bool]]:
    """(name, address, is it shown) of the units with wishes, and all of them; empty where there is one."""
    named = dict(sorted({wish.unit: wish.unit_name for wish in wishes}.items(), key=lambda pair: pair[1]))
    if len(named) < 2:
        return []
    every = (_("All units"), "?", not chosen)
    return [every, *((name, f"?enhed={key}", key == chosen) for key, name in named.items())]


def history(wish: WishView) -> list[tuple[str, str, str]]:
    """The wish's way as a timeline: day, what, what was written."""
    rows = [(format_date(wish.heard_on), _("Heard"), wish.heard_by)]
    if wish.acted_on:
        rows.append((format_date(wish.acted_on), _("It is done"), wish.did))
    if wish.state == "told" and wish.told_on:
        rows.append((format_date(wish.told_on), _("Told the citizen"), wish.answer))
    if wish.state == "closed" and wish.told_on:
        rows.append((format_date(wish.told_on), _("Cannot be done"), wish.closed_why))
    return rows

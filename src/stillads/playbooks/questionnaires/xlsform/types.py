"""What each type of an XLSForm becomes; a type that is not here has no counterpart, and `lost` says why."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ...questions.moments import DateQuestion, TimeQuestion
from ...questions.options import Option
from ...questions.references import Photo
from ...questions.single_choice import SingleChoice
from ...questions.texts import LongText, ShortText
from ..made import LONGEST_LONG, LONGEST_SHORT, Made, day_and_time
from .context import Asking
from .limits import limits
from .numbers import decimal, integer, range_
from .selects import select_multiple, select_one

type_maker = Callable[[Asking], Sequence[Made]]

_MULTILINE: Final = frozenset({"multiline", "textarea"})


def _text(asking: Asking) -> Sequence[Made]:
    longest = limits(asking).longest
    if asking.appearance & _MULTILINE or (longest or 0) > LONGEST_SHORT:
        return [Made(LongText(**asking.base(), longest=min(longest or 2000, LONGEST_LONG)))]
    return [Made(ShortText(**asking.base(), longest=longest or 200))]


def _barcode(asking: Asking) -> Sequence[Made]:
    asking.field.note(_("The code is typed, not scanned."))
    return [Made(ShortText(**asking.base()))]


def _date(asking: Asking) -> Sequence[Made]:
    if asking.appearance & {"month-year", "year"}:
        asking.field.note(_("The whole date is asked for."))
    return [Made(DateQuestion(**asking.base(), **_days(asking), default=_now(asking, "today")))]


def _moment(asking: Asking) -> Sequence[Made]:
    time_key = asking.context.keys.make(f"{asking.key}_time")
    return day_and_time(asking.base(), time_key, **_days(asking), default=_now(asking, "today"))


def _time(asking: Asking) -> Sequence[Made]:
    return [Made(TimeQuestion(**asking.base(), default=_now(asking, "now")))]


def _days(asking: Asking) -> dict[str, Any]:
    found = limits(asking)
    days: dict[str, Any] = {"days_back": 0} if not found.past else {}
    return days | ({"days_ahead": 0} if not found.future else {})


def _now(asking: Asking, name: str) -> Any:
    said = asking.row.get("default").replace(" ", "").lower()
    if said and said not in ("today()", "now()"):
        asking.field.note(_("It began with an answer filled in; here it begins empty."))
    return name if said in ("today()", "now()") else ""


def _image(asking: Asking) -> Sequence[Made]:
    return [Made(Photo(**asking.base()))]


def _acknowledge(asking: Asking) -> Sequence[Made]:
    option = Option(key="ok", text=_("Yes, I have read it"))
    codes = {"OK": "ok", "ok": "ok", "true": "ok", "yes": "ok"}
    return [Made(SingleChoice(**asking.base(), options=(option,)), codes)]


MAKERS: Final[Mapping[str, type_maker]] = {
    "text": _text,
    "string": _text,
    "integer": integer,
    "int": integer,
    "decimal": decimal,
    "range": range_,
    "date": _date,
    "time": _time,
    "datetime": _moment,
    "select_one": select_one,
    "select_multiple": select_multiple,
    "image": _image,
    "photo": _image,
    "acknowledge": _acknowledge,
    "trigger": _acknowledge,
    "barcode": _barcode,
}

_PLACE = gettext_lazy("Places on a map are not registered; a registration knows its site.")
_FILE = gettext_lazy("Sound, film and files cannot be attached; a photo can.")
_PHONE = gettext_lazy("Which phone or account was used is not noted.")
_COMPUTED = gettext_lazy("What is computed is not asked. Make a measure of it.")
_LIST_ELSEWHERE = gettext_lazy("The answers stand in another file. Write them into the choices sheet.")

OF_ITSELF: Final = frozenset({"start", "end", "today", "username"})
"""What a registration notes by itself: when it was made, and by whom where that is kept."""

LOST: Final[Mapping[str, str | Promise]] = {
    "calculate": _COMPUTED,
    "hidden": gettext_lazy("It is hidden, so nobody is asked."),
    "rank": gettext_lazy("Answers cannot be put in order. Ask for the most important one instead."),
    **dict.fromkeys(("geopoint", "geotrace", "geoshape", "gps", "location", "start-geopoint"), _PLACE),
    **dict.fromkeys(("audio", "video", "file", "background-audio", "signature"), _FILE),
    **dict.fromkeys(
        ("deviceid", "imei", "subscriberid", "simserial", "phonenumber", "email", "uri", "audit"), _PHONE
    ),
    **dict.fromkeys(
        ("select_one_from_file", "select_multiple_from_file", "select_one_external", "xml-external",
         "csv-external"),
        _LIST_ELSEWHERE,
    ),
}  # fmt: skip

"""A playbook's questions as a form: every kind, sections, groups, conditions; refused beside the field."""

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import QueryDict
from django.template.loader import render_to_string
from pydantic import TypeAdapter

from stillads.playbooks.format.items import Items
from stillads.playbooks.questions import question_kinds
from stillads.web.shell.answering import AnswerForm

_OPTIONS = {"options": [{"key": "a", "text": "Æble"}, {"key": "b", "text": "Banan"}]}
_MORE: dict[str, dict[str, Any]] = {
    "single_choice": _OPTIONS,
    "multiple_choice": _OPTIONS,
    "likert": {"scale": "agree"},
    "number": {"unit": "km", "at_most": 40},
}


def _items(*items: dict[str, Any]) -> Items:
    read: Items = TypeAdapter(Items).validate_python(items)
    return read


def _sent(text: str, items: Items, **more: Any) -> AnswerForm:
    return AnswerForm(QueryDict(text), items=items, **more)


def _shown(form: AnswerForm) -> str:
    return render_to_string("shell/answering/items.html", {"form": form})


def test_every_kind_of_question_can_be_asked() -> None:
    asked = [
        {"kind": kind, "key": kind, "text": kind.title(), **_MORE.get(kind, {})} for kind in question_kinds()
    ]
    page = _shown(AnswerForm(items=_items(*asked), offered={"citizen": [("p1", "B-01")]}))
    assert [kind for kind in question_kinds() if f'name="{kind}"' not in page] == [
        "employee",
        "unit",
        "catalogue_item",
    ]


def test_typed_answers_come_out_and_what_was_not_asked_stays_out() -> None:
    items = _items(
        {"kind": "single_choice", "key": "went", "text": "Gik det?", "standard": "yes_no", "required": True},
        {"kind": "short_text", "key": "why", "text": "Hvorfor ikke?", "required": True,
         "show_if": {"question": "went", "is": "no"}},
        {"kind": "section", "title": "Tid", "items": [{"kind": "duration", "key": "time", "text": "Hvor længe?"}]},
    )  # fmt: skip
    form = _sent("went=yes&why=&time=1:15&csrfmiddlewaretoken=x", items)
    assert form.is_valid()
    assert form.answers == {"went": "yes", "time": 75}
    assert '"question": "went", "is": ["no"]' in _shown(form).replace("&quot;", '"')


def test_a_refusal_stands_beside_its_field_and_what_was_typed_is_kept() -> None:
    items = _items({"kind": "number", "key": "km", "text": "Hvor langt?", "unit": "km", "at_most": 40})
    form = _sent("km=langt+nok", items)
    assert not form.is_valid()
    assert form.errors["km"] == ["Skriv et tal, for eksempel 7,5."]
    assert 'value="langt nok"' in _shown(form)


def test_a_group_grows_by_a_button_and_keeps_what_was_typed() -> None:
    group = {
        "kind": "group", "key": "falls", "title": "Fald", "at_most": 3,
        "items": [{"kind": "short_text", "key": "where", "text": "Hvor?"}],
    }  # fmt: skip
    items = _items(group)
    grown = _sent("falls.0.where=Badet&more-falls=1", items)
    assert not grown.is_valid() and not grown.errors
    assert 'name="falls.1.where"' in _shown(grown) and 'value="Badet"' in _shown(grown)
    done = _sent("falls.0.where=Badet&falls.1.where=", items)
    assert done.is_valid()
    assert done.answers == {"falls": [{"where": "Badet"}]}


def test_a_photo_is_kept_also_where_something_else_is_missing() -> None:
    items = _items(
        {"kind": "short_text", "key": "what", "text": "Hvad?", "required": True},
        {"kind": "photo", "key": "picture", "text": "Foto"},
    )
    kept: list[Any] = []
    bad = SimpleUploadedFile("bad.png", b"...")

    def keep(upload: Any) -> str:
        kept.append((upload.file, upload.words["alt_text"]))
        return "photo1"

    words = "&picture-shows=En+stol&picture-people=no_people"
    refused = _sent(f"what={words}", items, files={"picture": bad}, keep_photo=keep)
    assert not refused.is_valid() and set(refused.errors) == {"what"}
    assert kept == [(bad, "En stol")]
    assert 'name="picture" value="photo1"' in _shown(refused)
    held = _sent("what=Stol&picture=photo1", items)
    assert held.is_valid()
    assert held.answers == {"what": "Stol", "picture": "photo1"}


def test_a_limit_is_told_at_once_only_where_the_playbook_set_it() -> None:
    own = {"kind": "long_text", "key": "own", "text": "Kort?", "longest": 80}
    usual = {"kind": "long_text", "key": "usual", "text": "Langt?"}
    page = _shown(AnswerForm(items=_items(own, usual)))
    assert '<p class="form-hint limit-said">Højst 80 tegn.</p>' in page
    assert '<p class="form-hint limit-said" data-far hidden>Højst 2.000 tegn.</p>' in page.replace(
        "2000", "2.000"
    )
    assert 'data-limit="2000"' in page

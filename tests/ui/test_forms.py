"""Django forms come out as the design system's fields."""

from html.parser import HTMLParser

from django import forms
from django.template import Context, Template

from stillads.ui.components.page import error_summary
from stillads.web.styleguide.forms import EveryField


class Tags(HTMLParser):
    """Collects (tag, attributes) of a fragment."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def by_id(self, wanted: str) -> tuple[str, dict[str, str | None]]:
        return next(item for item in self.found if item[1].get("id") == wanted)


def test_every_field_has_a_label_and_its_hint() -> None:
    html = str(EveryField())
    tags = Tags(html)
    labelled = {attributes.get("for") for tag, attributes in tags.found if tag == "label"}
    shown = {"input", "select", "textarea"}
    for tag, attributes in tags.found:
        if tag in shown and attributes.get("type") != "hidden":
            assert attributes["id"] in labelled
    ids = [attributes["id"] for _tag, attributes in tags.found if "id" in attributes]
    assert len(ids) == len(set(ids))
    for _tag, attributes in tags.found:
        for wanted in (attributes.get("aria-describedby") or "").split():
            assert wanted in ids


def test_an_error_stands_beside_its_field_and_what_was_typed_is_kept() -> None:
    form = EveryField({"title": "Ring 010190-1234", "minutes": "99", "question": "Hvad?"})
    html = str(form)
    tag, title = Tags(html).by_id("id_title")
    assert tag == "input"
    assert title["value"] == "Ring 010190-1234"
    assert title["aria-invalid"] == "true"
    assert title["aria-describedby"] == "id_title_helptext id_title_error"
    assert "CPR" in html.split('id="id_title_error"')[1].split("</span></span>")[0][:300]
    assert ">\nHvad?</textarea>" in html


def test_the_summary_links_to_every_wrong_field() -> None:
    form = EveryField({"key": "a1"})
    tags = Tags(error_summary(form))
    links = [attributes["href"] for tag, attributes in tags.found if tag == "a"]
    assert links == [
        "#id_title", "#id_question", "#id_minutes", "#id_start", "#id_theme", "#id_who", "#id_permission",
    ]  # fmt: skip
    page = Tags(str(form))
    for link in links:
        assert page.by_id(str(link)[1:])
    assert error_summary(EveryField()) == ""


def test_the_summary_names_errors_of_the_whole_form_and_of_hidden_fields_without_a_link() -> None:
    form = EveryField({})
    form.add_error(None, "Runden er lukket.")
    html = error_summary(form)
    assert "<li>Runden er lukket.</li>" in html
    assert "#id_key" not in html


def test_optional_fields_say_so_and_required_ones_do_not() -> None:
    html = str(EveryField())
    assert html.count("(frivilligt)") == 4
    assert "frivilligt" not in html.split("Titel</label>")[0]


def test_a_long_text_tells_its_limit_and_does_not_cut() -> None:
    html = str(EveryField())
    _tag, question = Tags(html).by_id("id_question")
    assert question["data-limit"] == "300"
    assert "maxlength" not in question
    assert "Højst 300 tegn." in html


def test_radios_stand_in_a_fieldset_with_its_legend() -> None:
    html = str(EveryField({})["who"].as_field_group())
    assert "<legend" in html
    assert 'aria-describedby="id_who_helptext id_who_error"' in html.split("<legend")[0]
    assert html.count('type="radio"') == 3


def test_a_formset_renders_its_forms() -> None:
    class Line(forms.Form):
        name = forms.CharField(label="Navn")

    formset = forms.formset_factory(Line, extra=2)()
    html = str(formset)
    assert html.count("form-group") == 2
    assert 'name="form-TOTAL_FORMS"' in html


def test_the_unit_stands_at_the_end_of_a_number() -> None:
    html = str(EveryField()["minutes"])
    assert '<div class="form-input-suffix" aria-hidden="true">timer</div>' in html
    assert 'inputmode="decimal"' in html


def test_errors_are_listed_once_where_the_page_shows_them_too() -> None:
    form = EveryField({"key": "a1"})
    html = Template("{% error_summary form %}{{ form }}").render(Context({"form": form}))
    assert html.count("error-summary") == 1
    assert str(EveryField({"key": "a1"})).count("error-summary") == 1

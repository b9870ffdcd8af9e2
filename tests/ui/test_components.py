"""Every component renders its examples, and refuses what it does not know."""

import pytest
from django import forms
from django.template import Context, Template, TemplateSyntaxError

from stillads.ui.components import buttons, lists, marks, page
from stillads.ui.components.markup import icon
from stillads.ui.examples import EXAMPLES, context
from stillads.ui.templatetags.stillads import documented


class Small(forms.Form):
    title = forms.CharField(label="Titel")


def drawn(source: str, **data: object) -> str:
    return Template(source).render(Context(data))


@pytest.mark.parametrize("name", EXAMPLES)
def test_examples_render(name: str) -> None:
    for source in EXAMPLES[name]:
        html = Template(source).render(Context(context(Small(), Small({}))))
        assert html.strip()
        assert "style=" not in html
        assert "onclick" not in html


def test_every_tag_has_an_example() -> None:
    assert set(documented()) == set(EXAMPLES)


def test_a_refused_button_says_why_and_can_be_reached() -> None:
    html = drawn('{% button "Lås" disabled_reason=why %}', why="Der mangler en dato.")
    assert 'aria-disabled="true"' in html
    assert " disabled>" not in html
    assert 'type="button"' in html
    described = html.split('aria-describedby="')[1].split('"')[0]
    assert f'id="{described}">Der mangler en dato.<' in html


def test_the_same_refusal_twice_has_two_ids_and_the_same_page_the_same_ids() -> None:
    source = '{% button "Lås" disabled_reason="Nej." %}{% link_button "Lås" "/" disabled_reason="Nej." %}'
    html = drawn(source)
    ids = [part.split('"')[0] for part in html.split(' id="')[1:]]
    assert len(ids) == len(set(ids)) == 2
    assert drawn(source) == html


def test_no_reason_means_an_ordinary_button() -> None:
    assert drawn('{% button "Lås" disabled_reason=why %}', why=None) == (
        '<button class="button button-primary" type="submit"><span>Lås</span></button>'
    )


def test_text_is_escaped() -> None:
    assert "<b>" not in drawn("{% button text %}", text="<b>")
    assert "<b>" not in drawn("{% tag text %}", text="<b>")
    assert "<b>" not in drawn("{% facts rows %}", rows=[("<b>", "<b>")])
    assert "<b>" not in drawn('{% card heading=text href="/" %}x{% endcard %}', text="<b>")


def test_a_missing_parameter_is_refused() -> None:
    with pytest.raises(TemplateSyntaxError, match="caption"):
        drawn("{% table %}{% endtable %}")
    with pytest.raises(ValueError, match="button: text is missing"):
        buttons.button("")
    with pytest.raises(ValueError, match="card: href needs a heading"):
        page.card("x", href="/")


def test_an_unknown_parameter_or_value_is_refused() -> None:
    with pytest.raises(TypeError, match="unknown parameter 'onclick'"):
        drawn('{% button "Gem" onclick="x()" %}')
    with pytest.raises(ValueError, match="known are primary, secondary, tertiary, warning"):
        buttons.button("Gem", kind="huge")
    with pytest.raises(ValueError, match="no icon 'spaceship'"):
        icon("spaceship")
    with pytest.raises(ValueError, match="known are citizen, employee, economy"):
        marks.perspective("boss")
    with pytest.raises(ValueError, match="steps: state='half'"):
        lists.steps([("half", "x")], label="x")


def test_htmx_attributes_pass() -> None:
    assert 'hx-post="/gem/"' in drawn('{% button "Gem" hx_post="/gem/" %}')


def test_an_empty_list_is_nothing() -> None:
    assert lists.facts([]) == ""
    assert lists.tasks([]) == ""
    assert lists.pagination(1, 1) == ""


def test_pagination_shows_first_last_and_neighbours() -> None:
    html = lists.pagination(5, 12, query="q=a&b=c")
    assert [part.split('"')[0] for part in html.split('<li><a href="?q=a&amp;b=c&amp;side=')[1:]] == [
        "1", "4", "5", "6", "12",
    ]  # fmt: skip
    assert html.count("pages-gap") == 2
    assert html.count("aria-current") == 1
    with pytest.raises(ValueError, match="page 13 of 12"):
        lists.pagination(13, 12)


def test_level_may_be_a_number() -> None:
    assert "<h3" in drawn('{% card heading="A" level=3 %}x{% endcard %}')
    with pytest.raises(ValueError, match="level=1"):
        drawn('{% card heading="A" level=1 %}x{% endcard %}')


def test_form_to_posts_with_token_once_and_without_browser_bubbles() -> None:
    html = drawn('{% form_to "/gem/" files=True %}x{% endform_to %}', csrf_token="abc")
    assert html.startswith("<form ")
    for part in (
        'action="/gem/"',
        'method="post"',
        'enctype="multipart/form-data"',
        "novalidate",
        "data-once",
    ):
        assert part in html
    assert 'name="csrfmiddlewaretoken" value="abc"' in html


def test_a_get_form_has_no_token() -> None:
    html = drawn('{% form_to "/soeg/" method="get" %}x{% endform_to %}', csrf_token="abc")
    assert "csrf" not in html
    assert "data-once" not in html


def test_progress_asks_again_until_it_is_done() -> None:
    assert 'hx-trigger="every 2s"' in page.progress(1, 3, label="Hæftet", href="/x/")
    assert "hx-" not in page.progress(3, 3, label="Hæftet")
    with pytest.raises(ValueError, match="4 of 3"):
        page.progress(4, 3, label="Hæftet")

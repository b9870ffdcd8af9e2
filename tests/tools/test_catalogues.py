"""The message tool: what it finds, keeps and complains about."""

from pathlib import Path

import pytest
from tools.catalogues.check import problems
from tools.catalogues.extract import Found, UnreadableSourceError, messages_in
from tools.catalogues.files import compile_one, entries, read, write
from tools.catalogues.places import catalogue_of, places, sources
from tools.catalogues.update import update


@pytest.fixture
def room(tmp_path: Path) -> Path:
    """A room with a Python file and a template, in a package of its own."""
    room = tmp_path / "stillads" / "ideas"
    (room / "templates").mkdir(parents=True)
    (room / "rules.py").write_text("_('Keep it'), ngettext('%(n)d idea', '%(n)d ideas', n)\n")
    (room / "templates" / "page.html").write_text(
        "{% translate 'Save' context 'button' %}{% blocktranslate trimmed with a=b %}\n  Hi {{ a }},\n"
        "  100 %\n{% endblocktranslate %}{{ x|default:_('none') }}"
    )
    return room


def _fill(room: Path) -> None:
    update(room)
    path = catalogue_of(room)
    write(path, {key: (key.msgid, key.plural) if key.plural else (key.msgid,) for key in entries(read(path))})


def test_messages_are_found_in_python(tmp_path: Path) -> None:
    path = tmp_path / "a.py"
    path.write_text(
        "from x import gettext_lazy as lazy\n"
        "_('a' 'b'); lazy('c'); pgettext_lazy('verb', 'd'); ngettext('e', 'f', 3); gettext(a); str('g')\n"
    )
    assert messages_in(path) == {Found("ab"), Found("c"), Found("d", context="verb"), Found("e", "f")}


def test_an_f_string_is_refused_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "a.py"
    path.write_text("\n_(f'Hi {name}')\n")
    with pytest.raises(UnreadableSourceError, match=r"a\.py: line 2: an f-string cannot be translated"):
        messages_in(path)


def test_messages_are_found_in_templates(room: Path) -> None:
    assert messages_in(room / "templates" / "page.html") == {
        Found("Save", context="button"),
        Found("Hi %(a)s, 100 %%"),
        Found("none"),
    }


def test_an_update_keeps_what_is_translated_and_drops_what_is_gone(room: Path) -> None:
    path = catalogue_of(room)
    update(room)
    write(path, {Found("Keep it"): ("Behold den",), Found("gone"): ("væk",)})
    outcome = update(room)
    assert (outcome.messages, len(outcome.missing), outcome.changed) == (5, 4, True)
    assert entries(read(path))[Found("Keep it")] == ("Behold den",)
    assert Found("gone") not in entries(read(path))


def test_a_catalogue_holds_no_dates_and_no_places(room: Path) -> None:
    _fill(room)
    text = catalogue_of(room).read_text("utf-8")
    assert "Date" not in text
    assert "#" not in text
    assert update(room).changed is False


def test_a_room_without_messages_keeps_no_file(room: Path) -> None:
    _fill(room)
    (room / "rules.py").unlink()
    (room / "templates" / "page.html").unlink()
    update(room)
    assert not catalogue_of(room).exists()


def test_a_complete_catalogue_has_no_problems(room: Path) -> None:
    _fill(room)
    assert problems([room]) == []


@pytest.mark.parametrize(
    ("before", "after", "problem"),
    [
        ('msgstr "Keep it"', 'msgstr ""', "no Danish: 'Keep it'"),
        ('msgid "Keep it"', '#, fuzzy\nmsgid "Keep it"', "fuzzy: 'Keep it'"),
        ('msgid "Keep it"', 'msgid "Kept"', "not in the catalogue: 'Keep it'"),
        ('msgid "Keep it"', 'msgid "Kept"', "out of date, not in the sources any more: 'Kept'"),
        ('msgstr "Hi %(a)s', 'msgstr "Hej', "placeholders [] instead of ['%(a)s']: 'Hi %(a)s, 100 %%'"),
        ('msgid "none"', '#~ msgid "old"\n#~ msgstr "x"\n\nmsgid "none"', "obsolete entry: 'old'"),
        (
            'msgstr[1] "%(n)d ideas"',
            'msgstr[1] "ideer"',
            "placeholders [] instead of ['%(n)d']: '%(n)d idea'",
        ),
    ],
)
def test_each_fault_names_file_and_message(room: Path, before: str, after: str, problem: str) -> None:
    _fill(room)
    path = catalogue_of(room)
    path.write_text(path.read_text("utf-8").replace(before, after), "utf-8")
    assert f"{path}: {problem}" in problems([room])


def test_one_message_may_not_have_two_danish_texts(room: Path) -> None:
    other = room.parent / "rounds"
    other.mkdir()
    (other / "rules.py").write_text("_('Keep it')\n")
    _fill(room)
    update(other)
    write(catalogue_of(other), {Found("Keep it"): ("Gem den",)})
    assert [line for line in problems([room, other]) if "other Danish than in" in line]


def test_a_journey_owns_its_messages_and_web_owns_the_rest(tmp_path: Path) -> None:
    web = tmp_path / "stillads" / "web"
    (web / "rounds").mkdir(parents=True)
    (web / "urls.py").touch()
    (web / "rounds" / "views.py").touch()
    assert places(tmp_path / "stillads") == [web, web / "rounds"]
    assert sources(web) == [web / "urls.py"]
    assert sources(web / "rounds") == [web / "rounds" / "views.py"]


def test_compiling_writes_the_file_beside(room: Path) -> None:
    _fill(room)
    target = compile_one(catalogue_of(room))
    assert target == room / "locale/da/LC_MESSAGES/django.mo"
    assert b"Keep it" in target.read_bytes()

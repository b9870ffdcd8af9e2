"""Messages in Python files and Django templates."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.template.exceptions import TemplateSyntaxError
from django.utils.translation.template import templatize


class UnreadableSourceError(Exception):
    """A source file whose messages cannot be read; the text names file, line and reason."""


@dataclass(frozen=True, order=True)
class Found:
    """A message as the source asks for it: `plural` and `context` are empty where there is none."""

    msgid: str
    plural: str = ""
    context: str = ""


# function: the positions of context, message and plural among its arguments (-1: none)
_FUNCTIONS = {
    "gettext": (-1, 0, -1),
    "ngettext": (-1, 0, 1),
    "pgettext": (0, 1, -1),
    "npgettext": (0, 1, 2),
}
_NAMES = {name + ending: name for name in _FUNCTIONS for ending in ("", "_lazy")}
_NAMES |= {"_": "gettext", "gettext_noop": "gettext"}

_TEXT = r"""u?((?:'(?:\\.|[^'\\])*')|(?:"(?:\\.|[^"\\])*"))"""
_CALL = re.compile(
    rf"(?<![A-Za-z0-9])(npgettext|ngettext|pgettext|gettext|_)\({_TEXT}(?:, ?{_TEXT})?(?:, ?{_TEXT})?"
)


def messages_in(path: Path) -> set[Found]:
    """All messages of one file. Raises UnreadableSourceError."""
    text = path.read_text("utf-8")
    try:
        return set(_in_python(text) if path.suffix == ".py" else _in_template(text, str(path)))
    except (SyntaxError, TemplateSyntaxError, ValueError) as error:
        raise UnreadableSourceError(f"{path}: {error}") from error


def _in_template(text: str, origin: str) -> Iterator[Found]:
    for call in _CALL.finditer(templatize(text, origin=origin)):
        arguments = [ast.literal_eval(part) for part in call.groups()[1:] if part is not None]
        yield _found(_NAMES[call.group(1)], arguments)


def _in_python(text: str) -> Iterator[Found]:
    tree = ast.parse(text)
    names = _NAMES | _renamed(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and (name := names.get(_called(node))):
            arguments = [_constant(argument) for argument in node.args]
            if _is_written_out(name, arguments):
                yield _found(name, [argument or "" for argument in arguments])


def _renamed(tree: ast.Module) -> dict[str, str]:
    """`from … import gettext_lazy as lazy` makes `lazy` one of the names."""
    imports = (node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom))
    return {
        alias.asname: _NAMES[alias.name]
        for node in imports
        for alias in node.names
        if alias.asname and alias.name in _NAMES
    }


def _called(node: ast.Call) -> str:
    if isinstance(node.func, ast.Name):
        return node.func.id
    return node.func.attr if isinstance(node.func, ast.Attribute) and node.func.attr != "_" else ""


def _constant(node: ast.expr) -> str | None:
    if isinstance(node, ast.JoinedStr):
        raise ValueError(f"line {node.lineno}: an f-string cannot be translated, use %(name)s")
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def _is_written_out(name: str, arguments: list[str | None]) -> bool:
    needed = [position for position in _FUNCTIONS[name] if position >= 0]
    return len(arguments) > max(needed) and all(arguments[position] is not None for position in needed)


def _found(name: str, arguments: list[str]) -> Found:
    context, msgid, plural = (arguments[at] if at >= 0 else "" for at in _FUNCTIONS[name])
    return Found(msgid, plural, context)

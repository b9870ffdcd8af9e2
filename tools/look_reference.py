#!/usr/bin/env python3
"""Writes the table of all template tags into docs/look.md, from the code and its examples.

tools/look_reference.py           bring docs/look.md up to date
tools/look_reference.py --check   end with 1 where it is not
"""

import inspect
import os
import sys
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[1]
PAGE = CHECKOUT / "docs" / "look.md"
BEGIN, END = "<!-- tags: begin -->", "<!-- tags: end -->"
sys.path.insert(0, str(CHECKOUT / "src"))


def reference() -> str:
    """One heading per tag: what it is, its parameters, one example."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "stillads.config.settings")
    import django

    django.setup()
    from stillads.ui.examples import EXAMPLES
    from stillads.ui.templatetags.stillads import documented

    parts = []
    for name, (function, block) in documented().items():
        said = inspect.cleandoc(function.__doc__ or "")
        examples = EXAMPLES.get(name, ())
        shown = f"\n\n```django\n{examples[0]}\n```" if examples else ""
        parts.append(f"### `{name}`\n\n```text\n{_call(name, function, block)}\n```\n\n{said}{shown}\n")
    return "\n".join(parts)


def _call(name: str, function: object, block: bool) -> str:
    parameters = inspect.signature(function).parameters.values()  # type: ignore[arg-type]
    hidden = {"context", "content", "csrf_token", "reason_id"}
    words = [_parameter(parameter) for parameter in parameters if parameter.name not in hidden]
    opened = " ".join(["{%", name, *words, "%}"])
    return f"{opened} … {{% end{name} %}}" if block else opened


def _parameter(parameter: inspect.Parameter) -> str:
    if parameter.kind is parameter.VAR_POSITIONAL:
        return f"{parameter.name} …"
    if parameter.kind is parameter.VAR_KEYWORD:
        return "[hx_…= data_…= aria_…=]"
    positional = parameter.kind is parameter.POSITIONAL_OR_KEYWORD
    if parameter.default is parameter.empty:
        return parameter.name if positional else f"{parameter.name}="
    shown = '""' if parameter.default == "" else repr(parameter.default).replace("'", '"')
    return f"[{parameter.name}={shown}]"


def written(page: str) -> str:
    """The page with the table of today."""
    head, rest = page.split(BEGIN)
    tail = rest.split(END)[1]
    return f"{head}{BEGIN}\n\n{reference()}\n{END}{tail}"


def main(arguments: list[str]) -> int:
    """0, or 1 where `--check` finds a difference."""
    page = PAGE.read_text("utf-8")
    fresh = written(page)
    if "--check" in arguments:
        if fresh != page:
            print("docs/look.md is out of date; run tools/look_reference.py")
        return int(fresh != page)
    PAGE.write_text(fresh, "utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

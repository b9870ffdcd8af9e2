"""A hand on the page: fills fields by their name, clicks what carries a text."""

from collections.abc import Sequence

from playwright.sync_api import Locator, Page, expect

from stillads.demo.people import PASSWORD


def fill(scope: Page | Locator, **values: str | Sequence[str]) -> None:
    """Fills what `scope` shows: types, chooses by value, ticks what carries one of several values."""
    for name, value in values.items():
        field = scope.locator(
            f"[name='{name}']:visible, [name='{name}'][type=radio], [name='{name}'][type=checkbox]"
        )
        kind = field.first.evaluate("field => field.localName == 'select' ? 'select' : field.type")
        if kind in {"radio", "checkbox"}:
            for one in [value] if isinstance(value, str) else value:
                scope.locator(f"[name='{name}'][value='{one}']").check(force=True)
        elif kind == "select":
            field.first.select_option(value)
        else:
            field.first.fill(str(value))


def press(scope: Page | Locator, text: str) -> None:
    """Clicks the button that carries `text`."""
    scope.get_by_role("button", name=text, exact=True).first.click()


def follow(scope: Page | Locator, text: str) -> None:
    """Clicks the link that carries `text`, in the page itself before the menu."""
    inner = scope.locator("main") if isinstance(scope, Page) else scope
    inner.get_by_role("link", name=text).first.click()


def signs_in(page: Page, mailbox: str) -> None:
    """Signs the demo's person in by e-mail and password: the sessions of weeks ago have been removed."""
    page.context.clear_cookies()
    page.goto("/konto/log-ind/")
    fill(page, login=f"{mailbox}@stillads.example", password=PASSWORD)
    press(page, "Log ind")
    expect(page.get_by_role("heading", level=1)).to_contain_text("I dag")

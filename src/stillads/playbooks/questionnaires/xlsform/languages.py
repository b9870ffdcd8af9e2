"""Which language of the file is read: Danish where there is any, else the file's own."""

from collections.abc import Iterable

from .sheets import Header, Row


class Language:
    """Gives the text of a translated column in the language that was chosen, or in the next best one."""

    def __init__(self, rows: Iterable[Row], default: str) -> None:
        found = {
            header.language: None for row in rows for header in row.cells if header.name in ("label", "hint")
        }
        self.all = [language for language in found if language]
        self.chosen = _best(list(found), default)

    def text(self, row: Row, name: str) -> str:
        """The cell; another language's where the chosen one is empty."""
        order = [self.chosen, "", *self.all]
        return next((row.cells[Header(name, one)] for one in order if Header(name, one) in row.cells), "")


def _best(found: list[str], default: str) -> str:
    for language in found:
        lowered = language.lower()
        if lowered in ("da", "dk", "da-dk") or "dansk" in lowered or "danish" in lowered or "(da" in lowered:
            return language
    if default in found:
        return default
    return "" if "" in found else next(iter(found), "")

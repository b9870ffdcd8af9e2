"""Which headings a section brings, so that page, PDF and Word file have the same outline without a gap."""

from . import labels
from .edition import Section
from .elements import Comparisons, Element, FactsBox, Findings, Prose, Ratings

FRONT = 1  # a section of the front matter stands beside the chapters
CHAPTER = 2  # a section of a chapter or of the appendix stands below its title


def own_title(element: Element) -> str:
    """The title an element carries by nature; empty for most."""
    match element:
        case Findings():
            return labels.SIDES[element.side]
        case Ratings():
            return labels.RATING
        case Comparisons() | FactsBox():
            return element.title
    return ""


def element_heading(section: Section, element: Element, level: int) -> tuple[int, str] | None:
    """Level and text of the heading above the element, or None where it has none or the section's says it.

    `level` is that of the section's own title.
    """
    title = own_title(element)
    if not title or title.casefold() == section.title.casefold():
        return None
    return (level + 1 if section.title else level), title


def body_level(section: Section, element: Element, level: int) -> int | None:
    """Level of headings inside the element's text, or None where they are only bold lines."""
    if not isinstance(element, Prose | FactsBox):
        return None
    heading = element_heading(section, element, level)
    if heading:
        return heading[0] + 1
    return level + 1 if section.title else level

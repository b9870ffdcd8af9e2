"""The scaffold in the colours of one document: on the cover, on chapter openings, at the end of chapters."""

from .colours import WHITE, Shades, mix, shades
from .edition import Document
from .motif import Inks, scaffold

# What `charts` draws for the municipality's colour: a page's style sheet colours it, paper needs it here.
OWN = "#454545"


def cover(document: Document) -> str:
    """All panels lit, in white on the colour."""
    return scaffold(len(document.chapters), _on_colour(shades(document.colour)))


def title_page(document: Document) -> str:
    """All panels lit, in the colour on white paper."""
    return scaffold(len(document.chapters), _on_paper(shades(document.colour)))


def opening(document: Document, number: int) -> str:
    """Panel `number` (from 1) lit, in white on the colour."""
    return scaffold(len(document.chapters), _on_colour(shades(document.colour)), lit=number)


def ending(document: Document, number: int) -> str:
    """Panel `number` lit, in the colour on white paper."""
    return scaffold(len(document.chapters), _on_paper(shades(document.colour)), lit=number)


def coloured(svg: str, colour: str) -> str:
    """A picture from `charts` with its grey placeholder in the document's colour."""
    return svg.replace(f'"{OWN}"', f'"{shades(colour).deep}"')


def _on_colour(tones: Shades) -> Inks:
    return Inks(
        pole=mix(WHITE, tones.deep, 0.5),
        plank=mix(WHITE, tones.deep, 0.72),
        panel=mix(WHITE, tones.deep, 0.16),
        lit=WHITE,
    )


def _on_paper(tones: Shades) -> Inks:
    return Inks(pole=tones.middle, plank=tones.middle, panel=tones.faint, lit=tones.deep)

"""Which characters a text may hold: what Word, PDFs and phones bring along is made plain here, once.

Controls and invisible signs are dropped because no renderer shows them, XML (and so DOCX) and PostgreSQL
refuse some of them, and the bidirectional ones can make a sentence read differently from what it says.
"""

import re
import unicodedata

BREAKS = str.maketrans({"\r": "\n", "\v": "\n", "\x85": "\n", "\u2028": "\n", "\f": "\n\n", "\u2029": "\n\n"})
SPACES = dict.fromkeys(
    map(ord, "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u3000"), " "
)
# Symbol and Wingdings bullets arrive as private-use characters; they are read before this is used.
INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f"
    "\u202a-\u202e\u2060-\u206f\ufeff\ufff0-\uffff\ud800-\udfff\ue000-\uf8ff]"
)
WINGDINGS_BULLETS = re.compile("^[ \t]*[\uf0b7\uf0a7\uf0fc\uf0d8\uf076\uf02d]", re.MULTILINE)


def clean_text(text: str) -> str:
    """Pasted text with one kind of line break and no invisible characters; tabs and the narrow space stay.

    A no-break space becomes an ordinary one; the narrow one (U+202F, as in `36 %`) is our own and is kept.
    """
    text = text.replace("\r\n", "\n").translate(BREAKS)
    text = WINGDINGS_BULLETS.sub("•\t", text)
    return unicodedata.normalize("NFC", INVISIBLE.sub("", text).translate(SPACES))


def one_line(text: str) -> str:
    """A title, label or cell: cleaned, and every run of white space one space (the narrow space kept)."""
    return re.sub(r"[ \t\n]+", " ", clean_text(text)).strip(" ")

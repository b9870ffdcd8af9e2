"""The headings of a committee item, in the municipality's own order (a setting)."""

from django.conf import settings

DEFAULT = (
    ("summary", "Resume"),
    ("recommendation", "Indstilling"),
    ("decision", "Beslutning"),
    ("history", "Historik"),
    ("involvement", "Inddragelse og høring"),
    ("description", "Beskrivelse"),
    ("alternatives", "Alternativer"),
    ("time", "Tidsperspektiv"),
    ("economy", "Økonomiske forhold"),
    ("law", "Juridiske forhold"),
    ("annexes", "Bilag"),
)


def headings() -> tuple[tuple[str, str], ...]:
    """(key, heading) in the order in which they stand in the item.

    `STILLADS_COMMITTEE_HEADINGS` may leave out, rename and reorder, but knows no other keys.
    """
    chosen: tuple[tuple[str, str], ...] = getattr(settings, "STILLADS_COMMITTEE_HEADINGS", DEFAULT)
    known = {key for key, _heading in DEFAULT}
    unknown = [key for key, _heading in chosen if key not in known]
    if unknown:
        raise ValueError(f"unknown committee headings: {unknown}")
    return chosen

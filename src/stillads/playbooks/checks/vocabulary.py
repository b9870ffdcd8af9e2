"""Key, theme and legal bases are ones that the house knows, where it is known which those are."""

from collections.abc import Iterator, Mapping

from .base import Draft, Fault, check


@check
def theme(draft: Draft) -> Iterator[Fault]:
    """The theme's key."""
    themes, said = draft.vocabulary.themes, draft.data.get("theme")
    if themes is not None and isinstance(said, str) and said not in themes:
        yield Fault(("theme",), "unknown_theme", {"said": said}, themes)


@check
def legal_bases(draft: Draft) -> Iterator[Fault]:
    """The keys of the legal bases."""
    known = draft.vocabulary.legal_bases
    for number, row in enumerate(draft.rows("legal_basis")):
        said = row.get("key") if isinstance(row, Mapping) else None
        if known is not None and isinstance(said, str) and said not in known:
            yield Fault(("legal_basis", number, "key"), "unknown_legal_basis", {"said": said}, known)


@check
def folder(draft: Draft) -> Iterator[Fault]:
    """A playbook lies in a folder of its own name."""
    wanted, said = draft.vocabulary.folder, draft.data.get("key")
    if wanted is not None and isinstance(said, str) and said != wanted:
        yield Fault(("key",), "key_not_folder", {"said": said}, (wanted,))

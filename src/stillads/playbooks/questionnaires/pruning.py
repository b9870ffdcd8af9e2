"""What repeated groups cannot hold is lost before conditions are looked at, so that none of them points at it."""

from typing import Final

from django.utils.translation import gettext as _

from ..format.items import Scale
from .logic.names import Names
from .tree import Asked, Block, Part, fields_in

_IN_GROUP: Final = 20


def prune(root: Block, names: Names) -> None:
    """Takes out of the tree what is too deep or too much for a group, each field with its reason."""
    for part in root.parts:
        if isinstance(part, Block):
            if part.repeated:
                _Group(names).prune(part)
            else:
                prune(part, names)


class _Group:
    def __init__(self, names: Names) -> None:
        self._names = names
        self._kept = 0

    def prune(self, block: Block) -> None:
        block.parts = [part for part in block.parts if self._keep(part)]

    def _keep(self, part: Part) -> bool:
        if isinstance(part, Block):
            if part.repeated:
                return self._lose(part, _("It stands in a repeated group inside another one."))
            self.prune(part)
            return True
        if not isinstance(part, Asked):
            return True
        if isinstance(part.item, Scale):
            return self._lose(part, _("A whole scale cannot stand in a repeated group."))
        self._kept += 1
        if self._kept > _IN_GROUP:
            return self._lose(part, _("A repeated group can hold %(n)d questions.") % {"n": _IN_GROUP})
        return True

    def _lose(self, part: Part, why: str) -> bool:
        for field in fields_in(part):
            field.lose(why)
            self._names.lose(field.name)
        return False

"""From older versions of the format to the newest, step by step, on plain data.

A converter from version n takes what a file or a row of version n holds and gives what version n + 1 would
have held. It is written on the day the format changes and never touched again.
"""

from collections.abc import Callable, Mapping
from typing import Any, Final

from .playbook import FORMAT

type_data = dict[str, Any]
Converter = Callable[[type_data], type_data]


class WrongFormat(ValueError):
    """There is no way from this version to ours. `code`: format_missing, format_unknown, format_newer."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class Converters:
    """The converters up to `newest`, by the version that they start from."""

    def __init__(self, newest: int) -> None:
        self.newest = newest
        self._steps: dict[int, Converter] = {}

    def register(self, version: int) -> Callable[[Converter], Converter]:
        """Decorator: the function goes from `version` to the next."""

        def add(step: Converter) -> Converter:
            if version in self._steps or not 1 <= version < self.newest:
                raise ValueError(f"no room for a converter from version {version}")
            self._steps[version] = step
            return step

        return add

    def upgrade(self, data: Mapping[str, Any]) -> type_data:
        """The same playbook in the newest version; `data` itself stays as it is. Raises WrongFormat."""
        said = data.get("format")
        if said is None:
            raise WrongFormat("format_missing")
        if isinstance(said, bool) or not isinstance(said, int) or said < 1:
            raise WrongFormat("format_unknown")
        if said > self.newest:
            raise WrongFormat("format_newer")
        upgraded = dict(data)
        for version in range(said, self.newest):
            upgraded = self._steps[version](upgraded) | {"format": version + 1}
        return upgraded


CONVERTERS: Final = Converters(FORMAT)
"""Those of the format itself; version 1 is the first, so there are none yet."""

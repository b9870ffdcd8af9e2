"""Gives the wheel the runtime dependencies as they stand in requirements/runtime.in."""

from pathlib import Path

from hatchling.metadata.plugin.interface import MetadataHookInterface


class RuntimeDependencies(MetadataHookInterface):
    """One list of dependencies: the file that the lock is made from."""

    def update(self, metadata: dict[str, object]) -> None:
        lines = Path(self.root, "requirements", "runtime.in").read_text("utf-8").splitlines()
        metadata["dependencies"] = [line for line in lines if line and not line.startswith("#")]

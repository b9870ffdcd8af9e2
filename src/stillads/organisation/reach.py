"""What a viewer may do, and where, for rooms below that cannot ask the policy themselves."""

from collections.abc import Mapping

from stillads.kernel.viewer import Viewer

from .policy import permissions


def reach_of(viewer: Viewer) -> Mapping[str, frozenset[int] | None]:
    """Permission key → units at which the viewer holds it; None where it holds everywhere."""
    if viewer.superuser:
        return {wanted.key: None for wanted in permissions()}
    held = [wanted for wanted in permissions() if viewer.has_role(*wanted.roles)]
    return {wanted.key: viewer.units_for(*wanted.roles) if wanted.scoped else None for wanted in held}

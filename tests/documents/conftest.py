import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def fonts() -> Path:
    """The design system's typeface as TTF, from the front-end packages."""
    packages = Path(os.environ.get("STILLADS_FRONT_END", ROOT / "node_modules"))
    return packages / "dkfds" / "dist" / "fonts" / "IBMPlexSans" / "complete" / "ttf"

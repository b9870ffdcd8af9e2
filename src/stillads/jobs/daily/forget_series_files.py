"""Files of figures that were sent and never read in are removed after a day."""

from datetime import datetime

from stillads.capture.series.uploads import forget_old


def run(at: datetime) -> str:
    """Removes them."""
    return f"{forget_old(at)} files"

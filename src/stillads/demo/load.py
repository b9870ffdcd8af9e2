"""`python -m stillads.demo.load`: loads the demo once, in one transaction."""

import json
import os
import sys

import django
from django.conf import settings


def main() -> int:
    """Loads what is not there yet; says what it did. Ends with 0."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "stillads.config.settings")
    django.setup()
    from stillads.demo.tell import tell_once

    told = tell_once()
    write_logins()
    print("Demo loaded." if told else "The demo is there already.")  # noqa: T201
    return 0


def write_logins() -> None:
    """Leaves the demo's log-ins beside the data, for `./run` to print."""
    from stillads.demo.people import logins

    path = settings.DATA / "demo-logins.json"
    path.write_text(json.dumps(logins(), ensure_ascii=False, indent=1), "utf-8")


if __name__ == "__main__":
    sys.exit(main())

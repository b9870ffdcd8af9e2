"""`./run COMMAND …`, inside the private environment: migrates where needed, then runs the program."""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "stillads.config.settings")

from tools.launch.database import migrated

if __name__ == "__main__":
    from stillads.cli.main import main

    sys.exit(main(before=migrated, program="./run"))

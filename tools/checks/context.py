"""Where and with what the stages run."""

import os
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

from tools.checks.outcome import Outcome

# Console programs are run as modules: an environment that was renamed keeps no right script headers.
_CONTRACTS = "import sys; from importlinter.cli import lint_imports_command as c; c()"


@dataclass(frozen=True)
class Context:
    """The checkout, a scratch directory, and the variables of the programs that run."""

    checkout: Path
    scratch: Path
    variables: dict[str, str] = field(default_factory=dict)

    def python(
        self, *arguments: str, variables: dict[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        """Runs the environment's Python in the checkout and waits for it."""
        return subprocess.run(
            [sys.executable, *arguments],
            cwd=self.checkout,
            env={**os.environ, **self.variables, **(variables or {})},
            capture_output=True,
            text=True,
            check=False,
        )

    def check(self, *arguments: str) -> Outcome:
        """A check that passes when the program ends with 0."""
        done = self.python(*arguments)
        return Outcome(failed=1, said=done.stdout + done.stderr) if done.returncode else Outcome(passed=1)

    def contracts(self) -> Outcome:
        """The layer contracts of pyproject.toml."""
        return self.check("-c", _CONTRACTS, "--no-cache")

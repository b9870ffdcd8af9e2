"""What `./test` is made of: the counting, the two at a time, the last line, what no commit may hold."""

import subprocess
import threading
from pathlib import Path

import pytest
from tools.checks import chromium, main, postgresql, stages
from tools.checks.context import Context
from tools.checks.outcome import Outcome, missing
from tools.checks.runner import Done, run_all
from tools.checks.stages import Stage
from tools.checks.tests import run_tests
from tools.checks.tracked import findings


@pytest.fixture
def context(tmp_path: Path) -> Context:
    """A checkout with nothing in it."""
    return Context(tmp_path, tmp_path)


def _done(name: str, outcome: Outcome) -> Done:
    return Done(Stage(name, lambda context: outcome), outcome, 0.0)


def test_the_last_line_is_the_sum_of_all_stages(capsys: pytest.CaptureFixture[str]) -> None:
    code = main.report([_done("a", Outcome(passed=3)), _done("b", Outcome(passed=4, failed=2, said="why"))])
    said = capsys.readouterr().out
    assert (code, said.splitlines()[-1]) == (1, "7 passed, 2 failed")
    assert "──── b ────\nwhy" in said


def test_all_well_ends_with_0(capsys: pytest.CaptureFixture[str]) -> None:
    assert main.report([_done("a", Outcome(passed=3))]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "3 passed, 0 failed"


def test_what_did_not_run_is_said_and_the_end_is_not_0(capsys: pytest.CaptureFixture[str]) -> None:
    assert main.report([_done("a", Outcome(passed=3)), _done("b", missing("no Chromium"))]) == 1
    said = capsys.readouterr().out.splitlines()
    assert "NOT RUN: b: no Chromium" in said
    assert said[-1] == "3 passed, 0 failed"


@pytest.mark.parametrize("name", ["_browser", "_journeys", "_postgresql"])
def test_a_machine_without_browser_or_server_is_told_so(
    name: str, context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chromium, "chromium", lambda: None)
    monkeypatch.setattr(postgresql, "binaries", lambda: None)
    outcome: Outcome = getattr(stages, name)(context)
    assert (outcome.ok, outcome.word) == (False, "NOT RUN")
    assert outcome.not_run.endswith("; .ci/run installs it")


def test_every_stage_runs_whatever_becomes_of_the_others(context: Context) -> None:
    def fall_over(context: Context) -> Outcome:
        raise OSError("it fell over")

    done = run_all(
        [Stage("a", fall_over), Stage("b", lambda context: Outcome(passed=1))], context, lambda one: None
    )
    assert {one.stage.name: one.outcome.word for one in done} == {"a": "FAILED", "b": "ok"}


def test_stages_share_the_cores(context: Context) -> None:
    together = threading.Barrier(2, timeout=5)
    alone: list[bool] = []

    def meet(context: Context) -> Outcome:
        together.wait()
        return Outcome(passed=1)

    def be_alone(context: Context) -> Outcome:
        alone.append(together.n_waiting == 0)
        return Outcome(passed=1)

    run_all([Stage("a", meet), Stage("b", meet), Stage("c", be_alone, cores=2)], context, lambda one: None)
    assert alone == [True]


def test_tests_are_counted_from_their_report(context: Context) -> None:
    (context.checkout / "pytest.ini").write_text("[pytest]\n")
    (context.checkout / "test_it.py").write_text(
        "import pytest\n"
        "def test_good(): pass\n"
        "def test_bad(): assert False\n"
        "@pytest.mark.skip\ndef test_left_out(): pass\n"
    )
    variables = {"PYTEST_ADDOPTS": "-p no:django -p no:cacheprovider"}
    outcome = run_tests(context, "it", "not browser", workers=1, variables=variables)
    assert (outcome.passed, outcome.failed) == (1, 1)
    assert "test_bad" in outcome.said


def test_a_run_without_any_test_has_failed(context: Context) -> None:
    (context.checkout / "pytest.ini").write_text("[pytest]\n")
    outcome = run_tests(context, "it", "x", workers=1, variables={"PYTEST_ADDOPTS": "-p no:django"})
    assert (outcome.passed, outcome.failed) == (0, 1)


@pytest.mark.parametrize(
    ("name", "text", "finding"),
    [
        ("a.txt", "see pypi" + ".org/simple", "a.txt:1: a registry's address"),
        ("a.lock", "\nregistry." + "npmjs.org", "a.lock:2: a registry's address"),
        ("a.py", 'PATH = "/' + 'home/inge/x"', "a.py:1: a path of one machine"),
        ("a.pem", "-----BEGIN " + "PRIVATE KEY-----", "a.pem:1: a secret"),
        ("a.woff2", "", "a.woff2: looks like somebody else's file; front-end packages come by npm"),
        ("x/django.mo", "", "x/django.mo: generated, belongs in no commit"),
    ],
)
def test_what_no_commit_may_hold_is_found(tmp_path: Path, name: str, text: str, finding: str) -> None:
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text(text)
    assert findings(tmp_path) == [finding]


def test_addresses_of_the_web_and_relative_paths_are_no_finding(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    (tmp_path / "a.md").write_text("https://example.org/home/inge and $HOME/x and ../root/x\n")
    assert findings(tmp_path) == []


def test_a_server_of_our_own_runs_and_leaves_nothing_behind() -> None:
    programs = postgresql.binaries()
    if programs is None:
        assert stages._postgresql(Context(Path(), Path())).word == "NOT RUN"
        return
    import psycopg

    with postgresql.server(programs) as address, psycopg.connect(address) as connection:
        assert connection.execute("SHOW fsync").fetchone() == ("off",)
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(address, connect_timeout=2)

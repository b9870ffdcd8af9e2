"""`playbook import FILE`: whole or not at all, and the second time unchanged."""

import json
from pathlib import Path

import pytest
from tests.cli.test_import_form import PLAYBOOK

from stillads.cli.main import main
from stillads.kernel.clock import now
from stillads.kernel.viewer import system_viewer
from stillads.playbooks.actions.versions import publish_playbook
from stillads.playbooks.models import Playbook, PlaybookVersion
from stillads.playbooks.reading import read_playbook

INSTRUMENT = """\
  - kind: survey
    key: maaltider
    title: Måltider
    what: Vi spørger til maden.
    used_for: Køkkenet retter menuen til.
    cost: {seconds: 60, times_a_week: 1}
    items:
      - {kind: single_choice, key: spist, text: Har du spist?, standard: yes_no}
"""

pytestmark = pytest.mark.django_db


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "playbook.yaml"
    path.write_text(PLAYBOOK + INSTRUMENT, "utf-8")
    return path


def _run(file: Path, capsys: pytest.CaptureFixture[str]) -> str:
    assert main(["playbook", "import", str(file)]) == 0
    return capsys.readouterr().out.strip()


def test_a_draft_is_begun_kept_and_changed(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(file, capsys) == "proeve er læst ind som kladde, version 1. Læs den igennem, og udgiv den."
    before = PlaybookVersion.objects.get()
    assert (before.playbook.title, before.published_at) == ("Prøve", None)
    assert json.loads(before.content)["instruments"][0]["items"][0]["kind"] == "single_choice"
    assert _run(file, capsys) == "Kladden til proeve (version 1) siger allerede det samme. Intet blev ændret."
    assert PlaybookVersion.objects.get().revision == before.revision
    file.write_text(file.read_text("utf-8").replace("Baggrund", "En anden baggrund"), "utf-8")
    assert _run(file, capsys) == "Kladden til proeve (version 1) siger nu det samme som filen."
    assert json.loads(PlaybookVersion.objects.get().content)["background"] == "En anden baggrund"


def test_what_is_published_already_is_not_begun_again(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content = read_playbook(file).playbook
    assert content is not None
    publish_playbook(content=content, viewer=system_viewer("test"), at=now())
    assert _run(file, capsys) == "proeve er der allerede som version 1. Intet blev ændret."
    assert PlaybookVersion.objects.count() == 1
    file.write_text(file.read_text("utf-8").replace("Baggrund", "En anden baggrund"), "utf-8")
    assert _run(file, capsys).startswith("proeve er læst ind som kladde, version 2.")


def test_a_file_with_a_mistake_writes_nothing_and_tells_every_mistake(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (
        file.read_text("utf-8")
        .replace("theme: aeldrepleje", "tema: aeldrepleje")
        .replace("kind: survey", "kind: servey")
    )
    file.write_text(text, "utf-8")
    assert main(["playbook", "import", str(file)]) == 1
    assert capsys.readouterr().out.strip().endswith("Intet er indlæst.")
    assert main(["playbook", "import", str(file), "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert told["what"] == "refused"
    assert len(told["problems"]) > 1
    assert not Playbook.objects.exists()

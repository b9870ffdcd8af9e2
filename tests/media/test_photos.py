"""Photos: taken in clean, refused with a reason, removed for good."""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.test import override_settings
from PIL import Image
from pytest_django.fixtures import DjangoCaptureOnCommitCallbacks

from stillads.audit.models import AuditEvent
from stillads.kernel.clock import now
from stillads.kernel.rules import Invalid, NotFound, RuleError
from stillads.kernel.viewer import system_viewer
from stillads.media.actions import remove_file, store_photo
from stillads.media.cleaning import clean_photo
from stillads.media.models import MediaFile
from stillads.media.queries import file_on_disk, files_by_pk, stored_file

VIEWER = system_viewer("test")


def _photo(kind: str, *, orientation: int = 1, size: tuple[int, int] = (60, 40), **more: Any) -> bytes:
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010F] = "SecretPhone"
    exif.get_ifd(0x8825)[1] = "N"
    exif.get_ifd(0x8825)[2] = (56.0, 27.0, 1.0)
    out = io.BytesIO()
    Image.effect_noise(size, 60).convert("RGB").save(out, kind, exif=exif, **more)
    return out.getvalue()


def _store(content: bytes, **changes: str) -> MediaFile:
    words: dict[str, Any] = {
        "name": "C:\\x\\tavle.jpg",
        "alt_text": "En tavle",
        "permission": "no_people",
    } | changes
    return store_photo(content=content, viewer=VIEWER, at=now(), **words)


@pytest.fixture(autouse=True)
def place(tmp_path: Path) -> Iterator[Path]:
    storages = settings.STORAGES | {"default": {"OPTIONS": {"location": tmp_path}}}
    with override_settings(STORAGES=storages):
        yield tmp_path


@pytest.mark.parametrize(
    ("kind", "more"),
    [
        ("JPEG", {}),
        ("JPEG", {"progressive": True}),
        ("JPEG", {"comment": b"SecretPhone"}),
        ("PNG", {}),
        ("WEBP", {}),
    ],
)
def test_what_the_camera_wrote_is_gone_and_the_picture_stays(kind: str, more: dict[str, Any]) -> None:
    dirty = _photo(kind, **more)
    assert b"SecretPhone" in dirty
    photo = clean_photo(dirty + b"SecretPhone hidden behind the end")
    assert b"SecretPhone" not in photo.content
    before, after = Image.open(io.BytesIO(dirty)), Image.open(io.BytesIO(photo.content))
    assert (photo.width, photo.height) == after.size == (60, 40)
    assert dict(after.getexif()) == {}
    assert before.tobytes() == after.tobytes()


def test_which_way_is_up_is_kept() -> None:
    photo = clean_photo(_photo("JPEG", orientation=6))
    opened = Image.open(io.BytesIO(photo.content))
    assert dict(opened.getexif()) == {0x0112: 6}
    assert (photo.width, photo.height) == (40, 60)


@pytest.mark.parametrize(
    "content",
    [b"", b"<svg/>", b"\xff\xd8\xff", _photo("JPEG")[:400], _photo("PNG")[:-30], _photo("WEBP")[:90],
     b"\x89PNG\r\n\x1a\n" + b"\0" * 40, b"\xff\xd8\xff" + b"a" * 900, b"x" * 12_000_001],
)  # fmt: skip
def test_what_cannot_be_read_is_refused_with_a_reason(content: bytes) -> None:
    with pytest.raises(RuleError) as refused:
        clean_photo(content)
    assert refused.value.field == "photo"
    assert str(refused.value.reason).endswith(".")


@pytest.mark.django_db
def test_a_stored_photo_can_be_shown_and_served() -> None:
    file = _store(_photo("JPEG"))
    shown, served = stored_file(file.public_id), file_on_disk(file.public_id)
    assert shown is not None
    assert served is not None
    assert (shown.alt_text, shown.width, file.name) == ("En tavle", 60, "tavle.jpg")
    assert (served.content_type, served.size) == ("image/jpeg", len(served.path.read_bytes()))
    assert files_by_pk([file.pk]) == {file.pk: shown}
    assert AuditEvent.objects.get(verb="media.store_photo").target == f"media:{file.public_id}"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("changes", "field"),
    [({"alt_text": " "}, "alt_text"), ({"permission": ""}, "permission"),
     ({"permission": "consent"}, "permission_note"), ({"alt_text": "Fru 010203-1234"}, "alt_text")],
)  # fmt: skip
def test_words_and_permission_are_required(place: Path, changes: dict[str, str], field: str) -> None:
    with pytest.raises(Invalid) as refused:
        _store(_photo("PNG"), **changes)
    assert list(refused.value.errors) == [field]
    assert list(place.rglob("*.png")) == []


@pytest.mark.django_db
def test_bytes_go_when_their_last_row_goes(
    place: Path, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    content = _photo("PNG")
    first, second = _store(content), _store(content)
    for file, left in [(first, 1), (second, 0)]:
        with django_capture_on_commit_callbacks(execute=True):
            remove_file(public_id=file.public_id, reason="Fortrudt", viewer=VIEWER, at=now())
        assert len(list(place.rglob("*.png"))) == left
    assert (stored_file(first.public_id), file_on_disk(second.public_id)) == (None, None)
    with pytest.raises(NotFound):
        remove_file(public_id=first.public_id, reason="", viewer=VIEWER, at=now())

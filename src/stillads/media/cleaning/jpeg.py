"""JPEG (ITU-T T.81; JFIF; Exif 2.32): keeps what draws the picture, and which way is up."""

from collections.abc import Iterator

from .exif import orientation_in, orientation_segment
from .parts import Unreadable, take

_START, _END, _SCAN = 0xD8, 0xD9, 0xDA
_FRAMES = {0xC0, 0xC1, 0xC2, 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF}
_TABLES = {0xC4, 0xCC, 0xDB, 0xDD}  # Huffman, arithmetic, quantisation, restart interval


def clean_jpeg(content: bytes) -> tuple[bytes, int, int]:
    """Cleaned bytes, width and height as seen. Raises Unreadable."""
    kept: list[bytes] = []
    width = height = 0
    orientation = 1
    for marker, body, scan in _segments(content):
        if marker == 0xE1:
            orientation = orientation_in(body) or orientation
        if marker in _FRAMES:
            width, height = int.from_bytes(body[3:5], "big"), int.from_bytes(body[1:3], "big")
        if _is_picture(marker, body):
            kept += [bytes([0xFF, marker]), (len(body) + 2).to_bytes(2, "big"), body, scan]
    if orientation >= 5:  # lying on its side: width and height as they are seen
        width, height = height, width
    upright = orientation_segment(orientation) if orientation != 1 else b""
    return b"".join([b"\xff\xd8", upright, *kept, b"\xff\xd9"]), width, height


def _segments(content: bytes) -> Iterator[tuple[int, bytes, bytes]]:
    """(marker, body, the scan's data after it) of every segment up to the picture's end."""
    marker, at = _marker(content, 2)
    while marker != _END:
        length = int.from_bytes(take(content, at, 2), "big")
        body = take(content, at + 2, length - 2)
        at += length
        end = _end_of_scan(content, at) if marker == _SCAN else at
        yield marker, body, content[at:end]
        marker, at = _marker(content, end)


def _is_picture(marker: int, body: bytes) -> bool:
    if marker == 0xE0:
        return body.startswith(b"JFIF\0")
    if marker == 0xE2:
        return body.startswith(b"ICC_PROFILE\0")
    if marker == 0xEE:
        return body.startswith(b"Adobe")
    return marker in _FRAMES or marker in _TABLES or marker == _SCAN


def _marker(content: bytes, at: int) -> tuple[int, int]:
    if take(content, at, 1) != b"\xff":
        raise Unreadable("no marker where one must stand")
    while take(content, at, 1) == b"\xff":
        at += 1
    marker = content[at]
    if marker in {0x00, 0x01, _START} or 0xD0 <= marker <= 0xD7:
        raise Unreadable("a marker in the wrong place")
    return marker, at + 1


def _end_of_scan(content: bytes, at: int) -> int:
    """Where the next marker stands that is neither a stuffed byte nor a restart."""
    while True:
        at = content.find(b"\xff", at)
        if at < 0 or at + 1 >= len(content):
            raise Unreadable("the picture has no end")
        following = content[at + 1]
        if following == 0xFF:
            at += 1
        elif following == 0 or 0xD0 <= following <= 0xD7:
            at += 2
        else:
            return at

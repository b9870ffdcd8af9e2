"""WebP (RFC 9649): keeps picture, transparency and colour profile of a still picture."""

from .parts import Unreadable, take

_KEPT = {b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ICCP"}
_ANIMATED, _XMP, _EXIF = 0x02, 0x04, 0x08


def clean_webp(content: bytes) -> tuple[bytes, int, int]:
    """Cleaned bytes, width, height. Raises Unreadable, also for an animation."""
    end = 8 + int.from_bytes(take(content, 4, 4), "little")
    at = 12
    kept: list[bytes] = []
    size = (0, 0)
    while at < end:
        kind = take(content, at, 4)
        length = int.from_bytes(take(content, at + 4, 4), "little")
        body = take(content, at + 8, length)
        at += 8 + length + length % 2
        if kind not in _KEPT:
            continue
        if kind == b"VP8X":
            if body[0] & _ANIMATED:
                raise Unreadable("an animation")
            body = bytes([body[0] & ~(_XMP | _EXIF)]) + body[1:]
        size = _size(kind, body) or size
        kept.append(kind + length.to_bytes(4, "little") + body + b"\0" * (length % 2))
    pictures = b"WEBP" + b"".join(kept)
    return b"RIFF" + len(pictures).to_bytes(4, "little") + pictures, *size


def _size(kind: bytes, body: bytes) -> tuple[int, int] | None:
    if kind == b"VP8X":
        return int.from_bytes(body[4:7], "little") + 1, int.from_bytes(body[7:10], "little") + 1
    if kind == b"VP8 ":
        if body[3:6] != b"\x9d\x01\x2a":
            raise Unreadable("no key frame")
        return (
            int.from_bytes(body[6:8], "little") & 0x3FFF,
            int.from_bytes(body[8:10], "little") & 0x3FFF,
        )
    if kind == b"VP8L":
        bits = int.from_bytes(body[1:5], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    return None

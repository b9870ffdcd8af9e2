"""PNG (W3C, third edition): keeps the chunks that draw one still picture."""

import zlib

from .parts import Unreadable, take

_HEAD = b"\x89PNG\r\n\x1a\n"
_KEPT = {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT", b"bKGD",
         b"pHYs", b"cICP"}  # fmt: skip


def clean_png(content: bytes) -> tuple[bytes, int, int]:
    """Cleaned bytes, width, height. Raises Unreadable."""
    kept = [_HEAD]
    at = len(_HEAD)
    size = (0, 0)
    while True:
        length = int.from_bytes(take(content, at, 4), "big")
        chunk = take(content, at, length + 12)
        kind, body, check = chunk[4:8], chunk[8:-4], chunk[-4:]
        if zlib.crc32(kind + body).to_bytes(4, "big") != check:
            raise Unreadable("a chunk does not fit its check sum")
        if kind == b"IHDR":
            size = (int.from_bytes(body[:4], "big"), int.from_bytes(body[4:8], "big"))
        if kind in _KEPT:
            kept.append(chunk)
        if kind == b"IEND":
            return b"".join(kept), *size
        at += length + 12

"""The one thing worth keeping of Exif: the camera was held upright or lying."""

import struct

_HEAD = b"Exif\0\0"
_ORIENTATION = 0x0112


def orientation_in(segment: bytes) -> int | None:
    """1 … 8 from the first directory of an APP1 segment's body, or None where it says nothing."""
    if not segment.startswith(_HEAD):
        return None
    tiff = segment[len(_HEAD) :]
    order = {b"II": "<", b"MM": ">"}.get(tiff[:2])
    if order is None:
        return None
    try:
        return _from_directory(tiff, order)
    except struct.error:
        return None


def _from_directory(tiff: bytes, order: str) -> int | None:
    (start,) = struct.unpack_from(f"{order}I", tiff, 4)
    (count,) = struct.unpack_from(f"{order}H", tiff, start)
    for number in range(min(count, 200)):
        tag, kind, _, value = struct.unpack_from(f"{order}HHIH", tiff, start + 2 + 12 * number)
        if tag == _ORIENTATION and kind == 3 and 1 <= value <= 8:
            return int(value)
    return None


def orientation_segment(orientation: int) -> bytes:
    """A whole APP1 segment that says nothing but which way is up."""
    entry = struct.pack(">HHIHH", _ORIENTATION, 3, 1, orientation, 0)
    body = _HEAD + b"MM\0*" + struct.pack(">IH", 8, 1) + entry + b"\0\0\0\0"
    return b"\xff\xe1" + struct.pack(">H", len(body) + 2) + body

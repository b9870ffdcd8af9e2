"""What the three kinds of files share."""


class Unreadable(Exception):
    """The file does not hold what its kind promises."""


def take(content: bytes, start: int, length: int) -> bytes:
    """`length` bytes from `start`; Unreadable where the file ends before."""
    piece = content[start : start + length]
    if length < 0 or len(piece) != length:
        raise Unreadable("the file ends too early")
    return piece

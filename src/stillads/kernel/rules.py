"""How a rule says no: with a reason that a person can read."""

from django.utils.functional import Promise

type_reason = str | Promise


class RuleError(Exception):
    """An action was refused by a rule of the domain.

    `reason` is a whole sentence for the person at the screen; it becomes a disabled
    button's text, a message beside a field, or the body of a 409 answer.
    `field` names the input the refusal belongs to, if there is one.
    """

    def __init__(self, reason: type_reason, *, field: str | None = None) -> None:
        super().__init__(str(reason))
        self.reason = reason
        self.field = field


class Denied(RuleError):
    """The viewer's roles do not reach this. Shown as 403, or as 404 for foreign objects."""


class NotFound(RuleError):
    """There is nothing here that the viewer may know of. Shown as 404."""


class Conflict(RuleError):
    """Somebody else was here first; nothing was written over. Shown as 409."""


class Invalid(RuleError):
    """Several fields are wrong at once: `errors` maps field name to reason."""

    def __init__(self, errors: dict[str, type_reason]) -> None:
        super().__init__("; ".join(str(reason) for reason in errors.values()))
        self.errors = errors


def allowed(check: object, /, *args: object, **kwargs: object) -> bool:
    """The `can_x` twin of a `check_can_x`: True where the check raises nothing."""
    if not callable(check):
        raise TypeError("check must be callable")
    try:
        check(*args, **kwargs)
    except RuleError:
        return False
    return True


def refusal(check: object, /, *args: object, **kwargs: object) -> type_reason | None:
    """The reason that `check_can_x` would give, or None where it is allowed."""
    if not callable(check):
        raise TypeError("check must be callable")
    try:
        check(*args, **kwargs)
    except RuleError as error:
        return error.reason
    return None

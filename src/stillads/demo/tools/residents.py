"""What follows a resident: wishes, moving in, the day's sheet, and the card with time of one's own."""

from datetime import timedelta
from typing import Any

from stillads.capture.actions.accounts.earning import earn_all
from stillads.capture.actions.accounts.spending import spend
from stillads.capture.actions.cases.starting import start_case
from stillads.capture.actions.cases.stepping import cancel_case, hand_over_spoken, take_step
from stillads.capture.actions.plans.reading import mark_read
from stillads.capture.actions.plans.sharing import share_plan
from stillads.capture.actions.plans.versions import Written, save_version
from stillads.capture.actions.wishes import act_on_wish, hear_wish, tell_back
from stillads.capture.models import Account, Case
from stillads.kernel.clock import now
from stillads.organisation.models import Unit

from .ward import Ward


def tell_wishes(ward: Ward) -> None:
    """Heard; most acted on; some told back."""
    for number, row in ward.told("wishes"):
        key = f"demo-wish-{number}"
        wish = hear_wish(
            deployment=ward.deployment("wish_list"), participant=ward.resident(row["resident"]), text=row["text"],
            area=row["area"], on_behalf="self", idempotency_key=key, viewer=ward.employee, at=ward.at(row["day"]),
        )  # fmt: skip
        if "did" not in row:
            continue
        at = ward.at(row["day"] + row["after"])
        wish = act_on_wish(
            wish=wish.public_id, did=row["did"], version=wish.version, idempotency_key=f"{key}-acted",
            viewer=ward.employee, at=at,
        )  # fmt: skip
        if "answer" in row:
            tell_back(
                wish=wish.public_id, answer=row["answer"], version=wish.version, idempotency_key=f"{key}-told",
                viewer=ward.employee, at=at + timedelta(days=1),
            )  # fmt: skip


def tell_moving_in(ward: Ward) -> None:
    """From moving in to the first agreement: some agreed, some under way, one late, one begun by mistake."""
    for number, row in ward.told("moving_in"):
        key, resident, day = f"demo-moving-{number}", ward.resident(row["resident"]), row["day"]
        case = start_case(
            deployment=ward.deployment("moving_in"), participant=resident,
            raw={"resident": [resident]},
            idempotency_key=key, viewer=ward.employee, at=ward.at(day),
        )  # fmt: skip
        if "cancelled" in row:
            cancel_case(
                case=case.public_id, reason=row["cancelled"], version=case.version, idempotency_key=f"{key}-off",
                viewer=ward.employee, at=ward.at(day, 11),
            )  # fmt: skip
        elif "talk" in row:
            _go_on(ward, case, row, key)


def _go_on(ward: Ward, case: Case, row: dict[str, Any], key: str) -> None:
    day = row["day"] + row["talk"]
    raw = {
        "needs_therapist": [row["therapist"]],
        "minutes_sosu_assistant": ["35"],
    }
    case = take_step(
        case=case.public_id, raw=raw, version=case.version, idempotency_key=f"{key}-talk", viewer=ward.employee,
        at=ward.at(day),
    )  # fmt: skip
    if "seen" in row:
        day += row["seen"]
        case = hand_over_spoken(
            case=case.public_id, version=case.version, idempotency_key=f"{key}-seen", viewer=ward.employee,
            at=ward.at(day),
        )  # fmt: skip
    if "agree" in row:
        day += row["agree"]
        take_step(
            case=case.public_id, raw={}, to=row["outcome"], follow_up_on=ward.at(day + 30).date(),
            version=case.version, idempotency_key=f"{key}-agreed", viewer=ward.employee, at=ward.at(day),
        )  # fmt: skip


def tell_plans(ward: Ward) -> None:
    """Three sheets, one of them in two versions and shared; the newest is not read by everybody."""
    for number, row in enumerate(ward.story["plans"]):
        for version, told in enumerate(row["versions"]):
            at = ward.at(told["day"], 13)
            written = Written(told["texts"], (), based_on=version, key=f"demo-sheet-{number}-{version}")
            saved = save_version(
                deployment=ward.deployment("day_sheet"), participant=ward.resident(row["resident"]),
                written=written, viewer=ward.employee, at=at,
            ).version  # fmt: skip
            if version == 0:
                mark_read(
                    plan=saved.plan.public_id, number=1, viewer=ward.manager, at=at + timedelta(hours=2)
                )
            if version == 0 and "shared" in row:
                unit = Unit.objects.get(key=row["shared"]).public_id
                share_plan(
                    plan=saved.plan.public_id, unit=unit, first_day=at.date(), viewer=ward.employee, at=at
                )


def tell_own_time(ward: Ward) -> None:
    """Cards filled by the calendar, and used."""
    for number, row in sorted(ward.told("spent"), key=lambda pair: pair[1]["day"]):
        at = ward.at(row["day"], 15)
        earn_all(at=at)
        account = Account.objects.get(
            deployment__public_id=ward.deployment("own_time"),
            participant__public_id=ward.resident(row["resident"]),
        )
        raw = {"amount": [str(row["amount"])], "use": [row["use"]]}
        if "spent" in row:
            raw["spent"] = [str(row["spent"])]
        spend(account=account.public_id, raw=raw, key=f"demo-spent-{number}", viewer=ward.employee, at=at)
    earn_all(at=now())

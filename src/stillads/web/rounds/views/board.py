"""The board of a round: at the desk, and large on the wall."""

from django.http import HttpResponse
from django.shortcuts import render

from stillads.kernel.clock import today
from stillads.kernel.viewer import PUBLIC
from stillads.organisation.policy import may
from stillads.overview.queries.board import round_board as board_of_round
from stillads.trials.permissions import CREATE, MANAGE_ROUNDS, READ
from stillads.trials.queries.board import BoardRow, sorted_rows
from stillads.web.shell.access import PageRequest, page

from ..forms.board import BoardForm
from ..presenters.board import board_answer, board_line
from ..presenters.rounds import round_tabs, warnings_ahead


@page(READ)
def round_board(request: PageRequest, key: str) -> HttpResponse:
    """Every trial of the round, one row each. `?vis=vaeg` is for the wall."""
    shown = board_of_round(key, viewer=request.viewer)
    form = BoardForm({"sorter": "ball", "kun": "all", **request.GET.dict()})
    asked = form.cleaned_data if form.is_valid() else {}
    rows = [row for row in shown.rows if _wanted(row, asked.get("kun", ""), request)]
    ordered = sorted_rows(rows, asked.get("sorter") or "ball", request.viewer)
    wall = request.GET.get("vis") == "vaeg"
    reader = PUBLIC if wall else request.viewer  # the wall is read by everybody: nothing is "with you"
    manages = may(request.viewer, MANAGE_ROUNDS)
    return render(
        request,
        "rounds/wall.html" if wall else "rounds/board.html",
        {
            "round": shown.round,
            "tabs": round_tabs(key, "rounds:round"),
            "answer": board_answer(shown, shown.rows, reader),
            "lines": [board_line(row, reader, today()) for row in ordered],
            "all": len(shown.rows),
            "form": form,
            "warnings": warnings_ahead(shown.round, today()) if manages else [],
            "may_create": may(request.viewer, CREATE),
        },
    )


def _wanted(row: BoardRow, shown: str, request: PageRequest) -> bool:
    if shown == "mine":
        return row.held_by(request.viewer)
    return bool(row.missing) if shown == "missing" else True

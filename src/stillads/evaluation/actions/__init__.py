"""What can be done with an evaluation; one verb per function, audited. Things are named by public id."""

from .boxes import set_box
from .carrying import carry_over
from .conflicts import JOIN, STAY, TAKE, settle_kept_save
from .evidence import add_evidence, remove_evidence
from .findings import add_finding, edit_finding, move_finding, remove_finding, restore_finding
from .learning import save_learning_note
from .ledger import add_ledger_line, edit_ledger_line, remove_ledger_line
from .opening import open_evaluation
from .parts import add_part, edit_part, move_part, remove_part
from .ratings import set_rating
from .review import approve, ask_for_changes, reopen, submit, take_back
from .saving import Saved
from .texts import save_text

__all__ = [
    "JOIN",
    "STAY",
    "TAKE",
    "Saved",
    "add_evidence",
    "add_finding",
    "add_ledger_line",
    "add_part",
    "approve",
    "ask_for_changes",
    "carry_over",
    "edit_finding",
    "edit_ledger_line",
    "edit_part",
    "move_finding",
    "move_part",
    "open_evaluation",
    "remove_evidence",
    "remove_finding",
    "remove_ledger_line",
    "remove_part",
    "reopen",
    "restore_finding",
    "save_learning_note",
    "save_text",
    "set_box",
    "set_rating",
    "settle_kept_save",
    "submit",
    "take_back",
]

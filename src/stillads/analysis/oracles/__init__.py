"""Are our figures those of the field's reference implementations? Case files in, mismatches out. Plain Python.

`compare_directory(path)` reads every case file of a form that is known (`forms.py`) and compares every value.
"""

from .comparing import FileReport, Mismatch, compare_directory

__all__ = ["FileReport", "Mismatch", "compare_directory"]

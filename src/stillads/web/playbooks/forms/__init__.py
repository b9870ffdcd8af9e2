"""The forms of the editor: from plain data and back."""

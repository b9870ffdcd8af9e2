"""One module per page or part of the editor."""

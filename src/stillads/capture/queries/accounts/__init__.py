"""Reading balances. Every look is in the log."""

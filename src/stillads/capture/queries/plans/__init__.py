"""Reading plans: the unit's list, one sheet, its versions. Every look is in the log."""

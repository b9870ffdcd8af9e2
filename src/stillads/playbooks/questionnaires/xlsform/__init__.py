"""XLSForm: the three sheets survey, choices and settings of an Excel file."""

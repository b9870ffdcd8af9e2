"""Words that the law and the profession fixed, as dated, editable rows with their sources."""

"""REDCap: the data dictionary as it is exported, one line a field."""

"""From a reading to what will be stored, as plain data: nothing here touches the database."""

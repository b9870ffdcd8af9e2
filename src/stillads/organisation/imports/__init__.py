"""Reading units and people from CSV files: the table, what a row says, what came of it."""

"""Files of figures that others hold: opened, mapped, read row by row. No database."""

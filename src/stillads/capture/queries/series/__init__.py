"""Reading what there is of figures that others hold."""

"""What can be done with rounds, trials and phases; one verb per function, audited."""

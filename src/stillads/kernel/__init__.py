"""What every room stands on: clock, ids, Danish sorting and numbers, rules, viewers."""

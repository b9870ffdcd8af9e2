"""The journey cases: a flow step by step, from hand to hand."""

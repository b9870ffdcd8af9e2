"""What every page shares: who looks, what they may, how forms and refusals behave."""

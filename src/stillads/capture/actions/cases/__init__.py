"""Cases: started, taken step by step, handed over, broken off; the last of it taken back."""

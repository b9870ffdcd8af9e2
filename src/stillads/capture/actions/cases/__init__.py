"""Cases: started, taken step by step, handed over, broken off."""

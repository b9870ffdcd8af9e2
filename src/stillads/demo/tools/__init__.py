"""Every kind of instrument at work in one trial of the live round: told through the same actions as on the pages."""

"""The journey register: what can be registered here today, and the phone's page with its big buttons."""

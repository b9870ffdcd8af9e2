"""Users, units, people, citizens, roles and the policy registry."""

"""One function per component: typed parameters in, safe HTML out. No request, no database."""

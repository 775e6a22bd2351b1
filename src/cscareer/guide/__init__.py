"""The guide itself: the roles there are, and each of them in full."""

"""A person's own plan: what they hold, what they work on, and how far they are, kept on their disk alone."""

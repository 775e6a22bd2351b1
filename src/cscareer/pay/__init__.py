"""What roles pay: published ranges, and how they compare."""

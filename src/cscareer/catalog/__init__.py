"""What the guide knows: the data's models, strict loading, and lookup by name."""

"""How each answer is laid out: a module for each wing, named as the wing is."""

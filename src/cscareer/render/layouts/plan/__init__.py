"""Layouts of the answers about a person's own plan."""

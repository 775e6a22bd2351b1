"""Layouts of the answers about the state of the data."""

"""Layouts of the answers about the guide."""

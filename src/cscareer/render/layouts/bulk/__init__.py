"""Layouts of what bulk/ answers."""

"""Layouts of the answers about pay."""

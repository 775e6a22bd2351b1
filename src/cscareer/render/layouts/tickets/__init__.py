"""Layouts of the answers about tickets."""

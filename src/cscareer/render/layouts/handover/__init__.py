"""Layouts of what is handed over."""

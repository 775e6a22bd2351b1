"""Layouts of the answers about job titles."""

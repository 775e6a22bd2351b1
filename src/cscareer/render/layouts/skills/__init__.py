"""Layouts of the answers about skills."""

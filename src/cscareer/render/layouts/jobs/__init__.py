"""Layouts of answers about job ads."""

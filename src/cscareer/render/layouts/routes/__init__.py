"""Layouts of the answers about routes."""

"""Layouts of the answers about imports of official figures."""

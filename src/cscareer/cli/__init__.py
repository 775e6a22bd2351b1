"""The command line: read words, ask one question, show the answer."""

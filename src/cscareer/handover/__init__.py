"""What is handed over: all that the guide knows of a role for a person, in one answer."""

"""Skills: what they are, who wants them, and what a person still lacks for a role."""

"""Career routes: the ways from role to role, and what each takes."""

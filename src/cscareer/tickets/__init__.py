"""A person's or a team's own metrics, worked out of an export of tickets or calls on DuckDB."""

"""From an answer to what a person or a script sees; the only place that knows looks."""

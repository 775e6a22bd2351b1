"""The characters that may not stand in a text; here by themselves, so that what only shows text loads no models."""

# Those that steer a terminal or turn the reading direction: never part of a text of ours.
STEERING = r"\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff"

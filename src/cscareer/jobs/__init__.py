"""Job ads: what they say, what they pay, what they ask, and what to beware of."""

"""cscareer: a career guide for customer service work."""

__version__ = "0.1.0"

"""Any job title → the role of the guide and the occupation it stands for."""

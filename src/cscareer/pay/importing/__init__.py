"""Reading official wage, price and place files, and writing them in the project's own layout."""

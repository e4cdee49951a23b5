"""Find out what a prompt is worth, then make a better one, and prove it."""

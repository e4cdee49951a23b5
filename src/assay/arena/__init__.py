"""Which matches are played, and playing them."""

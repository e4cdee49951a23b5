"""The seal and the claim."""

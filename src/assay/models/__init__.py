"""Models: wire protocols, in-process models, embedded simulations, and the registry of names."""

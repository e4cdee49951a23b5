"""The library: run a study, optimise a prompt, compare two, in a few lines."""

"""Pure statistics on counts and arrays: intervals, tests, corrections, power."""

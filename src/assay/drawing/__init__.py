"""Pure functions that draw: pages and plots."""

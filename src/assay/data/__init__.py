"""Tables of inputs: reading, validating with all faults at once, splitting."""

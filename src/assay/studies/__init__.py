"""Study files and the runs they describe."""

"""The store: schema, SQL, one writer with group commit, leases and seals."""

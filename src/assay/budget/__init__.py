"""Prices, reservations and the ledger."""

"""Prices, caps and the reservation of what a call may cost at most."""

from assay.budget.caps import Budget, Caps
from assay.budget.pictures import picture_tokens
from assay.budget.prices import FREE, Price, is_local, price_of

__all__ = ["FREE", "Budget", "Caps", "Price", "is_local", "picture_tokens", "price_of"]

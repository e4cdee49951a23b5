"""The one path to a model: cache, single-flight, budget, limits, retry, durable write."""

from assay.calls.lanes import Lane, Limits
from assay.calls.path import Calls, Terms
from assay.calls.pool import each, together
from assay.calls.retry import Patience, Tries

__all__ = ["Calls", "Lane", "Limits", "Patience", "Terms", "Tries", "each", "together"]

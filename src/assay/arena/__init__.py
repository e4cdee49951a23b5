"""Which matches are played, and playing them."""

from assay.arena.answers import Answerer, Responding, Responses
from assay.arena.plan import (
    MatchPlan,
    OrderMode,
    Pairing,
    choose_items,
    missing_pairs,
    opponents,
    orders_for,
    plan_pair,
)
from assay.arena.play import Arena, Tell
from assay.records import Ask

__all__ = [
    "Answerer",
    "Arena",
    "Ask",
    "MatchPlan",
    "OrderMode",
    "Pairing",
    "Responding",
    "Responses",
    "Tell",
    "choose_items",
    "missing_pairs",
    "opponents",
    "orders_for",
    "plan_pair",
]

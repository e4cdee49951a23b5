"""Tables of inputs: reading, validating with all faults at once, splitting."""

from assay.data.items import Inputs, load_items
from assay.data.split import Splits, split_items, split_of
from assay.data.tables import FORMATS, Table, read_table

__all__ = [
    "FORMATS",
    "Inputs",
    "Splits",
    "Table",
    "load_items",
    "read_table",
    "split_items",
    "split_of",
]

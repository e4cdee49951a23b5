"""The search for one prompt per field: cells, advice, strategies, choice, the loop."""

from assay.search.fields.advice import STRATEGIES, FieldTemplates, Strategy, shipped_field_template
from assay.search.fields.cells import Cell, Field, Guard
from assay.search.fields.choice import Choice, CrossValidation, Standing, choose, cross_validate, standing_of
from assay.search.fields.loop import FieldPlan, FieldSearch, FoundCell
from assay.search.fields.proposers import ModelProposer, PersonProposer, Proposer, Situation

__all__ = [
    "STRATEGIES",
    "Cell",
    "Choice",
    "CrossValidation",
    "Field",
    "FieldPlan",
    "FieldSearch",
    "FieldTemplates",
    "FoundCell",
    "Guard",
    "ModelProposer",
    "PersonProposer",
    "Proposer",
    "Situation",
    "Standing",
    "Strategy",
    "choose",
    "cross_validate",
    "shipped_field_template",
    "standing_of",
]

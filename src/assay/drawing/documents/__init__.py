"""Drawn documents: invoices, cards and forms with invented people and known answers, in English and Russian.

None of them looks like a paper of any state. Pictures need the extra ``documents``; what is asked
(:func:`fields`) does not.
"""

from assay.drawing.documents.draw import DrawnAnswer, DrawnDocument, draw_document
from assay.drawing.documents.fields import DOC_CLASSES, FIELDS, LANGUAGES, DrawnField, fields, fields_of
from assay.drawing.documents.write import write_documents

__all__ = [
    "DOC_CLASSES",
    "FIELDS",
    "LANGUAGES",
    "DrawnAnswer",
    "DrawnDocument",
    "DrawnField",
    "draw_document",
    "fields",
    "fields_of",
    "write_documents",
]

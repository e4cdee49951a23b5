"""What is asked of a drawn document: its classes and fields, in English and Russian."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from assay.drawing.documents.fields_ru import RUSSIAN
from assay.errors import UsageError

FieldKind = Literal["text", "name", "date", "number", "money"]
Language = Literal["en", "ru"]
LANGUAGES: tuple[Language, ...] = ("en", "ru")


@dataclass(frozen=True, slots=True)
class DrawnField:
    """One field of a class of drawn documents: a segment of a document study.

    Attributes:
        doc_class: ``invoice``, ``card`` or ``form``; the same in every language.
        question_type: unique over all classes; the same in every language.
        question: a plain question, the first prompt of the field.
        labels: what may be printed at the value; one of them is.
        kind: what the value is.
        description: what is asked, for advisors.
    """

    doc_class: str
    question_type: str
    question: str
    labels: tuple[str, ...]
    kind: FieldKind
    description: str


_EN = (
    DrawnField("invoice", "number", "What is the invoice number?",
               ("Invoice number", "Invoice no.", "Invoice ref."), "number",
               "The number of the invoice: two groups of digits with a hyphen between them."),
    DrawnField("invoice", "date", "What is the invoice date?",
               ("Invoice date", "Date of issue", "Issued on"), "date",
               "The day the invoice was issued, as printed."),
    DrawnField("invoice", "seller", "Who is the seller?",
               ("Seller", "Supplier", "Sold by"), "name",
               "The company that sells, without its address."),
    DrawnField("invoice", "total", "What is the total amount?",
               ("Total due", "Amount due", "Grand total"), "money",
               "The sum to be paid, tax included, with the thousands grouped as printed."),
    DrawnField("invoice", "due date", "When is the invoice due?",
               ("Due date", "Payment due", "Pay by"), "date",
               "The last day of payment, as printed."),
    DrawnField("card", "holder", "Who is the holder of the card?",
               ("Holder", "Card holder", "Member"), "name",
               "First and last name of the person the card belongs to."),
    DrawnField("card", "card number", "What is the card number?",
               ("Card number", "Card no.", "Member no."), "number",
               "The number of the card: ten digits in three groups."),
    DrawnField("card", "valid until", "Until when is the card valid?",
               ("Valid until", "Valid through", "Expires on"), "date",
               "The last day the card is valid, as printed."),
    DrawnField("card", "branch", "Which branch does the card belong to?",
               ("Branch", "Home branch", "Library"), "text",
               "The branch of the library that issued the card."),
    DrawnField("card", "level", "What is the level of the membership?",
               ("Level", "Membership", "Tier"), "text",
               "The level of membership, one or two words."),
    DrawnField("form", "applicant", "Who is the applicant?",
               ("Applicant", "Full name", "Name of applicant"), "name",
               "First and last name of the person who applies."),
    DrawnField("form", "birth date", "When was the applicant born?",
               ("Date of birth", "Birth date", "Born on"), "date",
               "The applicant's date of birth, as printed."),
    DrawnField("form", "phone", "What is the applicant's phone number?",
               ("Phone", "Telephone", "Contact phone"), "number",
               "The applicant's own phone number, digits grouped as printed."),
    DrawnField("form", "city", "Which city does the applicant live in?",
               ("City", "Home town", "Place of residence"), "text",
               "The town the applicant lives in."),
    DrawnField("form", "reference", "What is the reference of the application?",
               ("Reference", "Reference no.", "Application ref."), "number",
               "The reference of the application: capital letters, a hyphen, digits."),
)  # fmt: skip


def _by_key(listed: tuple[DrawnField, ...]) -> Mapping[tuple[str, str], DrawnField]:
    return MappingProxyType({(field.doc_class, field.question_type): field for field in listed})


def _russian(field: DrawnField) -> DrawnField:
    question, labels, description = RUSSIAN[field.question_type]
    return DrawnField(field.doc_class, field.question_type, question, labels, field.kind, description)


FIELDS = _by_key(_EN)
"""The English fields by document class and question type."""

_BY_LANGUAGE: Mapping[str, Mapping[tuple[str, str], DrawnField]] = {
    "en": FIELDS,
    "ru": _by_key(tuple(_russian(field) for field in _EN)),
}
DOC_CLASSES = tuple(dict.fromkeys(field.doc_class for field in _EN))


def fields(language: str = "en") -> Mapping[tuple[str, str], DrawnField]:
    """The fields by document class and question type, in the order they are documented.

    Args:
        language: ``en`` or ``ru``; it changes questions, labels and descriptions, never the keys.

    Raises:
        UsageError: documents are not drawn in this language.
    """
    if language not in _BY_LANGUAGE:
        raise UsageError(f"documents are drawn in {' and '.join(LANGUAGES)}, not in {language!r}")
    return _BY_LANGUAGE[language]


def fields_of(doc_class: str, language: str = "en") -> tuple[DrawnField, ...]:
    """The fields of one class.

    Raises:
        UsageError: there is no such class or language.
    """
    if doc_class not in DOC_CLASSES:
        raise UsageError(f"there is no drawn document {doc_class!r}; there are {', '.join(DOC_CLASSES)}")
    return tuple(field for field in fields(language).values() if field.doc_class == doc_class)

"""Words of one language for the drawn pages: invented people, places, companies, goods and small print.

People, companies and towns are invented. Phone numbers come from ranges that are kept for fiction or not
assigned.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from assay.drawing.documents.words_en import ENGLISH_LISTS
from assay.drawing.documents.words_ru import RUSSIAN_LISTS


@dataclass(frozen=True, slots=True)
class Words:
    """What pages of one language are written with.

    Attributes:
        people: whole names are drawn from these first names and, apart, the last names.
        last_names: see above.
        companies: first part of a company's name.
        trades: second part of it.
        branches: of the library.
        levels: of membership.
        cities: where applicants live.
        goods: what invoices are about.
        workshops: what forms apply for.
        letters: capital letters of references, without those that look like digits.
        phone: pattern of a phone number, ``#`` for a digit.
        decimal: sign between units and hundredths.
        titles: heading of a page by class; one is drawn.
        columns: heads of an invoice's table of goods: article, quantity, price, sum.
        bystanders: further lines by class, (label, kind of value); they are not asked for.
        notes: small print by class, with ``{date}`` and ``{number}``.
    """

    people: tuple[str, ...]
    last_names: tuple[str, ...]
    companies: tuple[str, ...]
    trades: tuple[str, ...]
    branches: tuple[str, ...]
    levels: tuple[str, ...]
    cities: tuple[str, ...]
    goods: tuple[str, ...]
    workshops: tuple[str, ...]
    letters: str
    phone: str
    decimal: str
    titles: Mapping[str, tuple[str, ...]]
    columns: tuple[str, ...]
    bystanders: Mapping[str, tuple[tuple[str, str], ...]]
    notes: Mapping[str, tuple[str, ...]]


def words(language: str) -> Words:
    """The words of a language that documents are drawn in."""
    return Words(**(RUSSIAN_LISTS if language == "ru" else ENGLISH_LISTS))

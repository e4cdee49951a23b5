"""What a page says: the values of its fields, agreeing with each other, and what stands beside them."""

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from assay.drawing.documents.draws import Draws
from assay.drawing.documents.fields import fields_of
from assay.drawing.documents.words import Words, words

_TAX_PERCENT = 20


@dataclass(frozen=True, slots=True)
class Line:
    """A label with its value.

    Attributes:
        label: as printed, without a colon.
        value: as printed.
        question_type: the field it answers; empty for a bystander.
    """

    label: str
    value: str
    question_type: str = ""


@dataclass(frozen=True, slots=True)
class Content:
    """Everything printed on one page.

    Attributes:
        title: heading.
        lines: fields and bystanders in the order they are printed.
        goods: rows of an invoice's table, its head first; empty for other classes.
        note: small print.
    """

    title: str
    lines: tuple[Line, ...]
    goods: tuple[tuple[str, ...], ...]
    note: str


def content_of(doc_class: str, language: str, draws: Draws) -> Content:
    """Draw what a page of this class says.

    Bystanders and small print never have the value of a field: their dates and numbers come from ranges of
    their own.
    """
    said = words(language)
    basket = _Basket(said, draws)
    values = _VALUES[doc_class](said, draws, basket)
    lines = [
        Line(draws.pick(field.labels), values[field.question_type], field.question_type)
        for field in fields_of(doc_class, language)
    ]
    lines += _bystanders(doc_class, said, draws)
    note = draws.pick(said.notes[doc_class]).format(date=_date(draws, 2021, 2024), number=draws.digits(6))
    goods = basket.rows if doc_class == "invoice" else ()
    return Content(draws.pick(said.titles[doc_class]), tuple(draws.shuffled(lines)), goods, note)


def _bystanders(doc_class: str, said: Words, draws: Draws) -> list[Line]:
    chosen = draws.shuffled(said.bystanders[doc_class])[: draws.whole(1, 2)]
    return [Line(label, _beside(kind, said, draws)) for label, kind in chosen]


def _beside(kind: str, said: Words, draws: Draws) -> str:
    if kind == "date":
        return _date(draws, 2022, 2024)
    if kind == "person":
        return _person(said, draws)
    if kind == "workshop":
        return draws.pick(said.workshops)
    if kind == "money":
        return _money(draws.whole(20, 180) * 50, said)
    return draws.digits({"order": 7, "digits": 5, "count": 2}[kind])


class _Basket:
    """The goods of an invoice and their sum in hundredths."""

    def __init__(self, said: Words, draws: Draws) -> None:
        goods = draws.shuffled(said.goods)[: draws.whole(2, 4)]
        priced = [(name, draws.whole(1, 12), draws.whole(300, 24_000)) for name in goods]
        net = sum(count * price for _, count, price in priced)
        self.total = net + net * _TAX_PERCENT // 100
        self.rows: tuple[tuple[str, ...], ...] = (
            said.columns,
            *((name, str(count), _money(price, said), _money(count * price, said))
              for name, count, price in priced),
        )  # fmt: skip


def _invoice(said: Words, draws: Draws, basket: _Basket) -> Mapping[str, str]:
    issued = datetime.date(2025, 1, 1) + datetime.timedelta(days=draws.whole(0, 640))
    due = issued + datetime.timedelta(days=draws.pick((10, 14, 21, 30, 45)))
    return {
        "number": f"{draws.digits(4)}-{draws.digits(5)}",
        "date": _written(issued),
        "seller": f"{draws.pick(said.companies)} {draws.pick(said.trades)}",
        "total": _money(basket.total, said),
        "due date": _written(due),
    }


def _card(said: Words, draws: Draws, _: _Basket) -> Mapping[str, str]:
    return {
        "holder": _person(said, draws),
        "card number": f"{draws.digits(4)} {draws.digits(3)} {draws.digits(3)}",
        "valid until": _date(draws, 2027, 2031),
        "branch": draws.pick(said.branches),
        "level": draws.pick(said.levels),
    }


def _form(said: Words, draws: Draws, _: _Basket) -> Mapping[str, str]:
    return {
        "applicant": _person(said, draws),
        "birth date": _date(draws, 1949, 2008),
        "phone": "".join(draws.digits(1) if sign == "#" else sign for sign in said.phone),
        "city": draws.pick(said.cities),
        "reference": f"{draws.pick(said.letters)}{draws.pick(said.letters)}-{draws.digits(6)}",
    }


_VALUES: Mapping[str, Callable[[Words, Draws, _Basket], Mapping[str, str]]] = {
    "invoice": _invoice,
    "card": _card,
    "form": _form,
}


def _person(said: Words, draws: Draws) -> str:
    return f"{draws.pick(said.people)} {draws.pick(said.last_names)}"


def _date(draws: Draws, first: int, last: int) -> str:
    return _written(datetime.date(draws.whole(first, last), draws.whole(1, 12), draws.whole(1, 28)))


def _written(day: datetime.date) -> str:
    return day.strftime("%d.%m.%Y")


def _money(hundredths: int, said: Words) -> str:
    units, rest = divmod(hundredths, 100)
    return f"{units:,}".replace(",", " ") + f"{said.decimal}{rest:02d}"

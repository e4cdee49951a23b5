"""How a habit changes a value: case, spacing, another date form, chatter, an invented value."""

# ruff: noqa: RUF001 - Russian sentences are meant to be Russian

import re
from collections.abc import Mapping

from assay.models.embedded.chance import Chance

CYRILLIC = re.compile(r"[а-яё]", re.IGNORECASE)
_DATE = re.compile(r"(\d{1,2})\s*[./-]\s*(\d{1,2})\s*[./-]\s*(\d{4})")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_MONTHS_RU = (
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
)

_FRAMES: Mapping[str, tuple[str, ...]] = {
    "en": (
        "The {what} is {value}.",
        "The {what} on this page is {value}.",
        "{value} is the {what}.",
        "Sure! The {what} is {value}.",
        "It says {value}.",
        "According to the document, the {what} is {value}.",
    ),
    "ru": (
        "{what}: вот что указано — {value}.",
        "На странице указано: {value}.",
        "Ответ: {value}.",
        "Согласно документу, это {value}.",
        "Конечно! Здесь написано {value}.",
    ),
}
_BEFORE_JSON: Mapping[str, tuple[str, ...]] = {
    "en": ("Here is the JSON object:\n", "Sure! The fields of the page are:\n"),
    "ru": ("Вот объект JSON:\n", "Поля страницы:\n"),
}
_INVENTED: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "en": {
        "name": ("Martha Quill", "Peter Lund", "Nora Webb"),
        "text": ("Central", "Riverside", "Standard"),
    },
    "ru": {
        "name": ("Анна Лугова", "Пётр Седов", "Нина Орлова"),
        "text": ("Центральный", "Заречный", "Обычный"),
    },
}
_ABSENT = {"en": "absent", "ru": "отсутствует"}


def upper(value: str, chance: Chance) -> str:  # noqa: ARG001 - all shapes are called alike
    """All letters as capitals."""
    return value.upper()


def respaced(value: str, chance: Chance) -> str:
    """Digits grouped otherwise: separators dropped, or groups of three; other text comes back as it was."""
    digits = re.sub(r"[\s\-]+", "", value)
    if digits == value:
        cut = chance.between(2, 4)
        return f"{value[:cut]} {value[cut:]}" if len(value) > cut else value
    if chance.happens(0.7) or not digits.isdigit():
        return digits
    return f"{int(digits):,}".replace(",", " ")


def redated(value: str, chance: Chance) -> str:
    """A date in another form; text that holds no date comes back as it was."""
    found = _DATE.search(value)
    if found is None:
        return _dotted(value)
    day, month, year = (int(part) for part in found.groups())
    if not 1 <= month <= 12:
        return value
    names = _MONTHS_RU if CYRILLIC.search(value) else _MONTHS
    forms = (
        f"{year:04}-{month:02}-{day:02}",
        f"{day} {names[month - 1]} {year}",
        f"{names[month - 1]} {day}, {year}",
        f"{day:02}/{month:02}/{year:04}",
    )
    return value[: found.start()] + chance.pick(forms) + value[found.end() :]


def _dotted(value: str) -> str:
    return _ISO.sub(lambda found: f"{found[3]}.{found[2]}.{found[1]}", value)


def chatty(value: str, what: str, language: str, chance: Chance) -> str:
    """The value in a sentence.

    Args:
        value: what was read.
        what: what was asked for, in the language.
        language: ``en`` or ``ru``.
        chance: draws the sentence.
    """
    said = chance.pick(_FRAMES[language]).replace("{what}", what).replace("{value}", value)
    return said[:1].upper() + said[1:]


def before_json(language: str, chance: Chance) -> str:
    """A sentence in front of a JSON object."""
    return chance.pick(_BEFORE_JSON[language])


def invented(kind: str, language: str, chance: Chance) -> str:
    """A plausible value for a field that the page does not have."""
    if kind == "date":
        return f"{chance.between(1, 28):02}.{chance.between(1, 12):02}.{chance.between(1980, 2026)}"
    if kind == "number":
        return f"{chance.between(1000, 9999)}-{chance.between(1000, 9999)}"
    if kind == "money":
        return f"{chance.between(1, 9)} {chance.between(100, 999)}.{chance.between(10, 99)}"
    return chance.pick(_INVENTED[language]["name" if kind == "name" else "text"])


def absent_word(prompt: str, language: str) -> str:
    """What the reader writes for a field that is not there: the word the prompt asks for, or its own."""
    asked = re.search(
        r"(?:write|answer|say|reply|return|напиши|ответь|пиши)(?: with)?:?\s*[\"“«']?"
        r"(absent|not present|none|n/a|нет|отсутствует)\b",
        prompt,
        re.IGNORECASE,
    )
    return asked[1] if asked else _ABSENT[language]

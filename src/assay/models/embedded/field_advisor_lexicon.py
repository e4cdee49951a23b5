"""What the simulated field advisor can say: sentences by the fault they speak to, in English and Russian.

Its own words, written without the reader's lexicon: it does not know which of them an answerer obeys, nor
whether it understands them at all.
"""

# ruff: noqa: RUF001 - Russian sentences are meant to be Russian

from collections.abc import Mapping
from typing import NamedTuple

LABEL = "label"
CHATTER = "chatter"
LINE = "line"
CASE = "case"
SPACING = "spacing"
DATE = "date"
ABSENT = "absent"
FENCE = "fence"
KEYS = "keys"


class Advice(NamedTuple):
    """A sentence for a prompt, in both languages, with its name within the fault it speaks to."""

    name: str
    english: str
    russian: str


_AS_PRINTED = Advice("as-printed", "Give it exactly as it is printed.", "Точно как напечатано.")
_VERBATIM = Advice("verbatim", "Give it verbatim.", "Передай дословно.")
_UNCHANGED = Advice("unchanged", "Do not change anything in it.", "Ничего не меняй: без изменений.")

ADVICE: Mapping[str, tuple[Advice, ...]] = {
    LABEL: (
        Advice("value-only", "Return only the value.", "Верни только значение."),
        Advice("no-label", "Answer without the label.", "Ответь без подписи."),
        Advice("after-colon", "Give what comes after the colon.", "Дай то, что стоит после двоеточия."),
        Advice("not-the-name", "Do not repeat the field.", "Не повторяй название поля."),
        Advice("beside-label", "Look at what is next to the label.", "Смотри, что стоит рядом с подписью."),
        Advice("filled-in", "Read what was filled in.", "Прочитай, что вписано."),
        Advice("begin-with-value", "Start the answer with the value.", "Начни ответ со значения."),
        Advice("no-colon", "Use no colon.", "Без двоеточия."),
    ),
    CHATTER: (
        Advice("nothing-else", "And nothing else.", "И ничего больше."),
        Advice("no-sentence", "Not in a sentence.", "Не предложением."),
        Advice("no-explanation", "No explanation.", "Без пояснений."),
        Advice("one-line", "Reply in one line.", "Ответь одной строкой."),
        Advice("brief", "Keep it brief.", "Ответь кратко."),
        Advice("into-a-table", "Your reply is pasted into a table.", "Ответ попадёт в таблицу."),
        Advice("for-a-program", "Your reply is read by a program.", "Ответ прочитает программа."),
        Advice("no-preamble", "No introduction.", "Без вступления."),
    ),
    LINE: (
        Advice("not-the-line", "Not the entire line.", "Не всю строку."),
        Advice("this-field", "Only this field.", "Только это поле."),
        Advice("ignore-others", "Ignore the text around it.", "Игнорируй соседний текст."),
        Advice("stop-there", "Stop after it.", "На этом закончи."),
        Advice("single-value", "A single value is wanted.", "Нужно одно значение."),
        Advice("extract", "Extract it.", "Извлеки его."),
        Advice("no-other-text", "No other words.", "Без лишнего текста."),
        Advice("shortest", "Give the shortest answer.", "Дай наименьший кусок текста."),
    ),
    CASE: (
        _AS_PRINTED,
        Advice("letter-case", "Keep the case.", "Сохрани регистр."),
        Advice("no-capitals", "Do not use capitals throughout.", "Не пиши заглавными."),
        Advice(
            "initials-only", "Capitals for first letters only: title case.", "Заглавные только первые буквы."
        ),
        Advice("by-letter", "Letter by letter.", "Буква в букву."),
        _VERBATIM,
        Advice("transcribe", "Copy the text.", "Перепиши текст."),
        _UNCHANGED,
    ),
    SPACING: (
        _AS_PRINTED,
        Advice("keep-spaces", "Keep all spaces.", "Сохрани пробелы."),
        Advice("keep-groups", "Keep the groups of digits.", "Сохрани группы цифр."),
        Advice("by-digit", "Digit by digit.", "Цифра за цифрой."),
        Advice("no-reformat", "Never regroup the digits.", "Не форматируй."),
        Advice("separators", "With its hyphens and blanks.", "Вместе с дефисами."),
        _VERBATIM,
        _UNCHANGED,
    ),
    DATE: (
        _AS_PRINTED,
        Advice("own-format", "Keep the printed format.", "Сохрани формат."),
        Advice("no-convert", "Do not rewrite the date.", "Не переписывай дату."),
        Advice("pattern", "Format: DD.MM.YYYY.", "Вид: ДД.ММ.ГГГГ."),
        Advice("month-number", "The month in digits.", "Месяц цифрами."),
        Advice("dots", "Digits and dots only.", "Только цифры и точки."),
        Advice("day-first", "Day, month, year.", "День, месяц, год."),
        _VERBATIM,
    ),
    ABSENT: (
        Advice(
            "say-so", 'If it is not on the page, answer "absent".', 'Если поля нет, ответь "отсутствует".'
        ),
        Advice("no-guess", "Do not guess.", "Не угадывай."),
        Advice("no-invention", "Do not invent anything.", "Не выдумывай."),
        Advice("only-seen", "Only what you can see.", "Только то, что видно."),
        Advice("may-lack", "It can be missing.", "Поле может отсутствовать."),
        Advice("not-everywhere", "Not all pages have it.", "Оно не на каждой странице."),
        Advice("check-first", "Check whether it is there.", "Проверь, есть ли оно."),
        Advice("leave-empty", "Else leave it blank.", "Иначе оставь пустым."),
    ),
    FENCE: (
        Advice("no-fence", "Without code fences.", "Без разметки."),
        Advice("raw", "Plain JSON.", "Голый JSON."),
        Advice("first-brace", "Start with {.", "Начни с {."),
        Advice("json-only", "JSON only.", "Только JSON."),
        Advice("valid", "Make it valid JSON.", "Это должен быть корректный JSON."),
        Advice("loads", "It goes into json.loads.", "Ответ попадёт в json.loads."),
    ),
    KEYS: (
        Advice("these-keys", "Only these keys.", "Только эти ключи."),
        Advice("same-keys", "Use the same keys.", "Те же ключи."),
        Advice("no-rename", "Do not rename keys.", "Не переименовывай ключи."),
        Advice("keys-as-given", "Keys as given.", "Ключи как даны."),
        Advice("no-other-keys", "No additional keys.", "Без других ключей."),
        Advice("schema", "Match the schema.", "По схеме."),
    ),
}

TITLES: Mapping[str, str] = {
    LABEL: "answers keep the printed label",
    CHATTER: "answers put words around the value",
    LINE: "answers hold more of the line than the value",
    CASE: "answers change the case of letters",
    SPACING: "answers change spaces or separators of digits",
    DATE: "answers write the date another way",
    ABSENT: "answers make up a value where the page has none",
    FENCE: "answers fence the object as code",
    KEYS: "answers lack keys or rename them",
}
"""What the advisor calls a fault in summaries and criticism; by these words it also reads a criticism."""

USELESS = (
    "You are a world-class expert in documents.",
    "Take a deep breath and do your very best.",
    "This is very important to us.",
)
HARMFUL = (
    "Think step by step and explain your answer.",
    "Answer in a full sentence.",
    "Describe in detail where you found it.",
)

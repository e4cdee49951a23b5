"""Wordings against what a simulated reader does to a value: case, spacing, date form, invention."""

# ruff: noqa: RUF001 - Russian patterns are meant to be Russian

from collections.abc import Mapping

from assay.models.embedded.reader_aspects import ABSENT, CASE, DATE, SPACING, Wording, said

_AS_PRINTED = said(
    "as-printed",
    "Write it exactly as printed.",
    r"\b(exactly|precisely) (as|what|how) (it |they |is |are |stands? )*(printed|written|shown)",
    r"точно(,)? как (напечатан|написан|на странице)",
    r"ровно как (напечатан|написан)",
)
_VERBATIM = said(
    "verbatim",
    "Quote it verbatim.",
    r"\bverbatim\b",
    r"\bword for word\b",
    r"дословно",
    r"слово в слово",
)
_UNCHANGED = said(
    "unchanged",
    "Leave it unchanged.",
    r"\bunchanged\b",
    r"\b(do not|don't|never) (change|alter|edit)\b",
    r"не (меняй|изменяй)",
    r"без изменений",
)

OF_VALUES: Mapping[str, tuple[Wording, ...]] = {
    CASE: (
        _AS_PRINTED,
        said(
            "letter-case",
            "Keep upper and lower case.",
            r"\b(same|keep|original|preserve)\b[^.]{0,20}\b(case|capitals|capitali[sz]ation)\b",
            r"сохрани регистр",
            r"тот же регистр",
        ),
        said(
            "no-capitals",
            "Do not write it all in capitals.",
            r"\b(not|no|never|without)( \w+){0,4} (capitals|caps|upper-?\s?case|capital letters)\b",
            r"не (\w+ )?(заглавными|прописными)",
        ),
        said(
            "initials-only",
            "Only first letters are capitals.",
            r"\b(first letters?|title case|initial capitals?|normal capitals)\b",
            r"перв\w+ букв",
        ),
        said(
            "by-letter",
            "Read it letter by letter.",
            r"\bletter (for|by) letter\b",
            r"буква в букву",
            r"побуквенно",
        ),
        _VERBATIM,
        said(
            "transcribe",
            "Transcribe it.",
            r"\btranscribe\b",
            r"\bcopy (it|the text|the value)\b",
            r"перепиши",
            r"скопируй",
        ),
        _UNCHANGED,
    ),
    SPACING: (
        _AS_PRINTED,
        said(
            "keep-spaces",
            "Keep the spaces.",
            r"\b(keep|preserve|with)( all| the| its)* (spaces|spacing|blanks)\b",
            r"сохрани пробелы",
            r"со всеми пробелами",
        ),
        said(
            "keep-groups",
            "Keep the grouping of the digits.",
            r"\b(keep|preserve|same|in the)( \w+)? (groups|grouping)\b",
            r"(сохрани|те же) группы",
        ),
        said(
            "by-digit",
            "Read it character by character.",
            r"\b(digit|character) (for|by) (digit|character)\b",
            r"(цифра|символ) за (цифрой|символом)",
        ),
        said(
            "no-reformat",
            "Do not reformat it.",
            r"\b(not|never|no|without) (re-?)?(format|group)\w*\b",
            r"не (пере)?формат",
        ),
        said(
            "separators",
            "Mind the separators.",
            r"\b(hyphens?|separators?|punctuation)\b",
            r"дефис",
            r"разделител",
        ),
        _VERBATIM,
        _UNCHANGED,
    ),
    DATE: (
        _AS_PRINTED,
        said(
            "own-format",
            "Keep the format of the document.",
            r"\b(keep|same|original|own|printed)( the| its| date| own)* format\b",
            r"(в )?том же формате",
            r"в формате документа",
            r"сохрани формат",
        ),
        said(
            "no-convert",
            "Do not convert the date.",
            r"\b(do not|don't|never|without) (convert|rewrite|translat|reorder|turn)\w*\b",
            r"не (переводи|преобразуй|переписывай)",
        ),
        said(
            "pattern",
            "The form is DD.MM.YYYY.",
            r"\bdd[./-]mm[./-]yyyy\b",
            r"дд\.мм\.гггг",
        ),
        said(
            "month-number",
            "Write the month as a number.",
            r"\bmonths? (as|in|by) (a )?(numbers?|digits)\b",
            r"\bno month names?\b",
            r"месяц (числом|цифрами)",
        ),
        said(
            "dots",
            "Use digits and dots.",
            r"\b(digits|numbers) and (dots|points)\b",
            r"\bwith dots\b",
            r"цифры и точки",
            r"через точк",
        ),
        said(
            "day-first",
            "Day first, then month and year.",
            r"\bday, ?month,? (and )?year\b",
            r"\bday (comes )?first\b",
            r"день, месяц",
            r"сначала день",
        ),
        _VERBATIM,
    ),
    ABSENT: (
        said(
            "say-so",
            "If the field is not there, write: absent.",
            r"\bif (it|the field|the value|there|this)\b[^.]{0,30}\b(not|absent|missing|no)\b",
            r"если [^.]{0,30}\b(нет|отсутствует)\b",
        ),
        said(
            "no-guess",
            "Never guess.",
            r"\b(not|never|no|don't) guess\w*\b",
            r"не (угадывай|гадай)",
        ),
        said(
            "no-invention",
            "Never invent a value.",
            r"\b(not|never|don't) (invent|make (it|anything) up)\b",
            r"не (выдумывай|придумывай)",
        ),
        said(
            "only-seen",
            "Give only what is printed on the page.",
            r"\bonly what (is|you|can)\b[^.]{0,20}\b(see|seen|printed|visible|page)\b",
            r"только то, что (видно|напечатано)",
        ),
        said(
            "may-lack",
            "The field may be missing.",
            r"\b(may|can|might) be (empty|missing|absent|blank)\b",
            r"может (отсутствовать|быть пуст)",
        ),
        said(
            "not-everywhere",
            "Not every document has it.",
            r"\bnot (every|all|each) (page|document|form)s?\b",
            r"не на каждо",
        ),
        said(
            "check-first",
            "First check whether the field is there.",
            r"\bcheck\b[^.]{0,10}\b(that|whether|if)\b",
            r"проверь, (есть|что)",
        ),
        said(
            "leave-empty",
            "Otherwise leave the answer empty.",
            r"\bleave (it |the answer )?(empty|blank)\b",
            r"оставь пуст",
        ),
    ),
}
"""Some wordings speak of several habits; each is obeyed or not by itself."""

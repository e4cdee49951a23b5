"""Wordings against what a simulated reader puts around a value: label, chatter, line, code fence."""

# ruff: noqa: RUF001 - Russian patterns are meant to be Russian

from collections.abc import Mapping

from assay.models.embedded.reader_aspects import CHATTER, FENCE, KEYS, LABEL, LINE, Wording, said

AROUND: Mapping[str, tuple[Wording, ...]] = {
    LABEL: (
        said(
            "value-only",
            "Give only the value.",
            r"\b(only|just) (\w+ )?(the |its )?value\b",
            r"\bvalue (only|alone)\b",
            r"только (само )?значение",
        ),
        said(
            "no-label",
            "Leave out the label.",
            r"\b(without|no|omit|drop|leave out|not \w+) (the |its |any |a )*(field )?(labels?|captions?)\b",
            r"\b(without|no|omit|drop|leave out|not \w+) (the |any )?field names?\b",
            r"без (подписи|названия поля|метки)",
        ),
        said(
            "after-colon",
            "Take what stands after the colon.",
            r"\b(after|behind|following) the colon\b",
            r"после двоеточия",
        ),
        said(
            "not-the-name",
            "Do not repeat the name of the field.",
            r"\b(do not|don't|never) (repeat|say|name|write) (the |its )*(name of the )?(field|question)\b",
            r"не повторяй (названи|пол|вопрос)",
        ),
        said(
            "beside-label",
            "Read what is printed at the label.",
            r"\b(next to|beside|right of|printed at|belongs to) (the |its )label\b",
            r"(рядом с|справа от|у) подпис",
        ),
        said(
            "filled-in",
            "Copy what is filled in.",
            r"\b(what is|was) (filled|written|typed) in\b",
            r"\bfilled-in\b",
            r"что вписано",
            r"вписанн",
        ),
        said(
            "begin-with-value",
            "Begin your answer with the value.",
            r"\b(start|begin)\w* (\w+ ){0,4}with the value\b",
            r"нач(ни|инай) (\w+ ){0,3}со? значения",
        ),
        said(
            "no-colon",
            "Write no colon.",
            r"\b(no|without( a| any)?) colons?\b",
            r"без двоеточи",
        ),
    ),
    CHATTER: (
        said(
            "nothing-else",
            "Write nothing else.",
            r"\bnothing (else|more)\b",
            r"\band no more\b",
            r"ничего (больше|другого|кроме)",
        ),
        said(
            "no-sentence",
            "Do not write a sentence.",
            r"\b(not|no|never|without)( \w+){0,3} sentences?\b",
            r"не предложением",
            r"без предложений",
        ),
        said(
            "no-explanation",
            "Add no explanation.",
            r"\b(no|without|skip|not \w+)( any| an)? (explanations?|comments?|remarks?)\b",
            r"без (пояснений|объяснений|комментариев)",
        ),
        said(
            "one-line",
            "Answer on a single line.",
            r"\b(on|in) (a |one |single )+line\b",
            r"одной строкой",
            r"в одну строку",
        ),
        said(
            "brief",
            "Be brief.",
            r"\b(be |keep it |as )?(brief|concise|terse)(ly)?\b",
            r"кратко",
            r"лаконично",
        ),
        said(
            "into-a-table",
            "The answer goes straight into a database.",
            r"\binto (a|the|our) (database|table|form|spreadsheet)\b",
            r"в (базу данных|таблицу)",
        ),
        said(
            "for-a-program",
            "The answer is parsed by a program.",
            r"\b(read|parsed|processed|checked|compared) by a (program|machine|script|computer)\b",
            r"(прочтёт|прочитает|разберёт|обработает|сравнит) программа",
        ),
        said(
            "no-preamble",
            "Skip any preamble.",
            r"\b(no|without|skip)( an| any| the)? (introduction|preamble|greeting|opening)s?\b",
            r"без (вступлени|предислови|приветстви)",
        ),
    ),
    LINE: (
        said(
            "not-the-line",
            "Give the value, not the whole line.",
            r"\bnot the (whole|entire|full|complete) (line|row)\b",
            r"не (всю|целую) строку",
        ),
        said(
            "this-field",
            "Answer for this field alone.",
            r"\bthis( one)? field (alone|only)\b",
            r"\b(only|just) this( one)? field\b",
            r"только это(го)? пол",
        ),
        said(
            "ignore-others",
            "Ignore the other fields.",
            r"\bignore\b[^.]{0,30}\b(neighbou?rs?|neighbou?ring|other|around|surrounding|rest)\b",
            r"не обращай внимания на (соседн|остальн)",
            r"игнорируй (соседн|остальн)",
        ),
        said(
            "stop-there",
            "Stop where the value ends.",
            r"\bstop (\w+ )?(where|when|after|at the end)\b",
            r"остановись",
            r"на этом закончи",
        ),
        said(
            "single-value",
            "The answer is one single value.",
            r"\b(a|one) single (value|entry|item)\b",
            r"\bexactly one value\b",
            r"(ровно )?одно значение",
        ),
        said(
            "extract",
            "Extract the value.",
            r"\b(extract|pick out|cut out|isolate)\b",
            r"извлеки",
            r"выдели",
        ),
        said(
            "no-other-text",
            "Give it without any other text.",
            r"\b(no|without)( any)? (other|surrounding|extra|additional) (text|words?)\b",
            r"без (другого|лишнего|прочего) текста",
        ),
        said(
            "shortest",
            "Give the shortest piece of text that answers.",
            r"\b(shortest|smallest|least) (text|span|part|piece|answer)\b",
            r"наименьш(ий|ую|ее)",
        ),
    ),
    FENCE: (
        said(
            "no-fence",
            "Write no code fence.",
            r"\b(no|without)( code| any)* (fences?|blocks?|markdown|backticks)\b",
            r"без (разметки|кавычек кода)",
        ),
        said(
            "raw",
            "Return raw JSON.",
            r"\b(raw|bare|plain) (json|object)\b",
            r"голый json",
        ),
        said(
            "first-brace",
            "Begin with { and end with }.",
            r"\b(start|begin)\w* with (\{|a (curly )?brace)",
            r"нач(ни|инай) с \{",
        ),
        said(
            "json-only",
            "Return only the object.",
            r"\b(only|just)( the| a| one)* (json|object)\b",
            r"\b(json|object) only\b",
            r"только json",
        ),
        said(
            "valid",
            "It must be valid JSON.",
            r"\bvalid json\b",
            r"корректный json",
        ),
        said(
            "loads",
            "A JSON parser reads the reply.",
            r"\bjson\.loads\b",
            r"\bjson parser\b",
        ),
    ),
    KEYS: (
        said(
            "these-keys",
            "Use exactly these keys.",
            r"\b(exactly|only|just) these( \w+)? keys\b",
            r"(ровно|только) эти ключи",
        ),
        said(
            "same-keys",
            "The same keys, please.",
            r"\bsame keys\b",
            r"те же ключи",
        ),
        said(
            "no-rename",
            "Never rename a key.",
            r"\b(not|never|don't) (rename|translate|change) (the |any |a )?keys?\b",
            r"не (переименовывай|меняй) ключ",
        ),
        said(
            "keys-as-given",
            "Write the keys as given.",
            r"\bkeys?( names)? (exactly )?as (given|written|listed|spelled)\b",
            r"ключи как (даны|написаны)",
        ),
        said(
            "no-other-keys",
            "No other keys.",
            r"\bno (other|further|additional|extra) keys\b",
            r"без других ключей",
        ),
        said(
            "schema",
            "Follow this schema.",
            r"\b(follow|match|obey)\w* (the|this) (schema|structure|form)\b",
            r"по (этой )?схеме",
        ),
    ),
}
"""The last two speak of a JSON object."""

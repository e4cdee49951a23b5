"""What the simulated template advisor finds wrong with a rewriting template, and how it words what is better.

It shares no phrase table with the rewriter: the two understand one another through English.
"""

import re
from collections.abc import Mapping

FLOWERY, MISSING, PROMPT, HISTORY, CAPTION, LIMIT, FORM, BRIEF, PLAIN, SHAPE = (
    "flowery", "missing", "prompt", "history", "caption", "limit", "form", "brief", "plain", "shape",
)  # fmt: skip

TITLES: Mapping[str, str] = {
    FLOWERY: "it asked for embellishment, which leads the generator away from what was wanted",
    MISSING: "it did not tell what was missing in the picture",
    FORM: "it left open in what form the answer is wanted",
    PLAIN: "it did not ask for plain words",
    PROMPT: "it did not show the prompt tried last",
    BRIEF: "it did not ask for brevity",
    HISTORY: "it did not show what earlier prompts had brought",
    CAPTION: "it did not show what the picture shows",
    SHAPE: "it did not ask for the form of a caption",
    LIMIT: "it did not say how much the generator reads",
}
"""What each fault is called in a summary of changes; the worst first."""

BLOCKS: Mapping[str, tuple[str, ...]] = {
    PROMPT: ("Prompt tried last: {prompt}", "Current prompt: {prompt}"),
    CAPTION: ("The picture shows: {caption}", "Description of the picture: {caption}"),
    MISSING: ("Missing in the picture:\n{missing}", "What the picture lacked:\n{missing}"),
    HISTORY: (
        "Earlier prompts and what they brought (1.00 is best):\n{history}",
        "Tried before:\n{history}",
    ),
    LIMIT: ("The generator reads at most {limit} tokens.", "Use at most {limit} tokens."),
}
"""Lines that show a field, by the fault they mend."""

LINES: Mapping[str, tuple[str, ...]] = {
    FORM: (
        "Answer with the prompt alone, between <prompt> and </prompt>.",
        "Write nothing else than the prompt, between <prompt> and </prompt>.",
    ),
    PLAIN: (
        "Use plain, common words for what can be seen.",
        "Say everything in simple words that anybody knows; no praise and no mood.",
        "Prefer the most ordinary word for each thing.",
    ),
    BRIEF: (
        "Be brief: leave out all that nobody asked for.",
        "Keep the prompt short.",
        "Write concisely.",
    ),
    SHAPE: (
        "Write the prompt in the form of a caption of the wanted picture.",
        "Phrase it like the caption of the picture that is wanted.",
    ),
}
"""Sentences, by the fault they mend."""

VAGUE: Mapping[str, tuple[str, ...]] = {
    FORM: ("Mind how you hand in the result.",),
    PLAIN: ("Let the words wear working clothes.", "Call a spade a spade."),
    BRIEF: ("Let no word idle.", "Travel light."),
    SHAPE: ("Write as a museum labels its walls.",),
}
"""Figures of speech for the same: a model seldom does anything about them."""

HARMFUL = (
    "Paint with words: the prompt should be vivid and full of atmosphere.",
    "Add rich, evocative details of your own.",
    "Let the prompt tell a story with a mood.",
    "Praise the picture in the prompt: call it a masterpiece.",
)
"""Advice that spoils prompts."""

BLOAT = (
    (
        "Bear in mind that pictures have accompanied mankind for a very long time, and that every viewer has "
        "memories and expectations that can hardly be foreseen by anybody who writes for a machine."
    ),
    (
        "Before you begin, consider several ways to go about it, weigh them up calmly, and choose what "
        "is most in keeping with the spirit of the whole."
    ),
    (
        "Remember at all times that quality matters, that care is rewarded, and that good results come to "
        "those who reflect on means and ends alike."
    ),
)
"""Sentences that ask for nothing."""

ROLE = "You improve prompts for a generator that draws a picture from a text. Write one better prompt."
"""What stands in a system part that has nothing else left to say."""

_EMBELLISHES = re.compile(
    r"\b(?:vivid|vividly|detail(?:s|ed)?|rich|richly|beautiful|artistic|evocative|poetic|creative"
    r"|imaginative|imagination|story|stories|storyteller|stunning|atmosphere|atmospheric|cinematic|mood"
    r"|dramatic|elaborate|expressive|lush|adjectives|masterpiece|emotions?|breathtaking|lyrical|ornate)\b",
    re.IGNORECASE,
)
_REFUSES = re.compile(r"\b(?:no|not|never|without|avoid|leave out|don't|instead of)\b", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[.!?])[ \t]+")
_SAYS: Mapping[str, re.Pattern[str]] = {
    FORM: re.compile(r"<prompt>|prompt:\s*\Z", re.IGNORECASE),
    PLAIN: re.compile(r"\b(?:plain|simple|common|ordinary|everyday)\b", re.IGNORECASE),
    BRIEF: re.compile(r"\b(?:brief|short|concise|concisely|leave out)\b", re.IGNORECASE),
    SHAPE: re.compile(r"\bcaption of\b|\blike (?:a|the) caption\b|form of a caption", re.IGNORECASE),
}


def faults_of(template: str) -> list[str]:
    """What is wrong with a template, the worst first."""
    found = {fault for fault in BLOCKS if f"{{{fault}}}" not in template}
    found |= {fault for fault, says in _SAYS.items() if not says.search(template)}
    if any(embellishes(sentence) for line in template.splitlines() for sentence in _SENTENCE.split(line)):
        found.add(FLOWERY)
    return [fault for fault in TITLES if fault in found]


def embellishes(sentence: str) -> bool:
    """Whether a sentence asks for embellishment, and does not ask to leave it out."""
    hit = _EMBELLISHES.search(sentence)
    return hit is not None and not _REFUSES.search(sentence[: hit.start()])


def without_embellishment(text: str) -> str:
    """The text without the sentences that ask for embellishment; one with a field only loses the words."""
    return "\n".join(line for line in map(_plainer, text.splitlines()) if line is not None).strip()


def _plainer(line: str) -> str | None:
    kept = []
    for sentence in _SENTENCE.split(line):
        if not embellishes(sentence):
            kept.append(sentence)
        elif "{" in sentence or "<prompt>" in sentence:
            kept.append(re.sub(r"[ ,]{2,}", " ", _EMBELLISHES.sub("", sentence)).strip(" ,"))
    return " ".join(kept) if kept or not line.strip() else None

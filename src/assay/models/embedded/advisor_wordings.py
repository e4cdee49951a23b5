"""The advice of the simulated advisor, in wordings of its own; the writer does not understand all of them."""

from collections.abc import Mapping

from assay.models.embedded.advisor_lexicon import (
    BREVITY,
    CLARITY,
    DEPTH,
    NOVELTY,
    NUMBER,
    PERSON,
    RELEVANCE,
    SHAPE,
    VARIETY,
)

PLAIN: Mapping[str, tuple[str, ...]] = {
    CLARITY: (
        "Make every question stand on its own: it has to be clear without the source.",
        "Avoid vague pronouns; name the thing that each question is about.",
        "Each question must make sense by itself, even out of context.",
        "Leave no ambiguous reference in any question.",
    ),
    BREVITY: (
        "Keep each question short, with no padding.",
        "Use at most 20 words for a question.",
        "Be brief and cut unnecessary words.",
        "Ask concisely, in a single sentence.",
    ),
    VARIETY: (
        "Make all questions distinct from one another.",
        "Let each question take up a different aspect.",
        "Avoid repetition: the questions must not overlap.",
        "No two questions may ask the same thing.",
    ),
    DEPTH: (
        "Ask for knowledge that is not easily found online.",
        "Prefer first-hand insights to definitions.",
        "Do not ask for anything one could simply look up.",
        "Ask what a search engine would not answer.",
    ),
    NOVELTY: (
        "Do not ask for what the answer already says.",
        "Go beyond the answer instead of restating it.",
        "Ask about what has been left open, never about points already covered.",
    ),
    PERSON: (
        "Address the author and ask for personal experience.",
        "Ask what the author knows from experience and would be happy to answer.",
        "Speak to the author directly about their own observations.",
    ),
    RELEVANCE: (
        "Build each question on a specific point of the answer.",
        "Stay close to the topic of the source.",
        "Ask only what would interest readers of the answer; stay on topic.",
    ),
    SHAPE: (
        "Write every question between <question> and </question> and close every tag.",
        "Reply in this format only: <question>the question</question>, with a closing tag each time.",
    ),
    NUMBER: (
        "Write exactly {count} questions.",
        "Give {count} questions, no more and no fewer.",
        "Count the questions before you reply: exactly {count}.",
    ),
}
"""Advice in usual words, by theme."""

FLOWERY: Mapping[str, tuple[str, ...]] = {
    CLARITY: (
        "A stranger should be able to pick up any question cold.",
        "Let no question hang in the air.",
        "Picture somebody overhearing just one of the questions.",
    ),
    BREVITY: (
        "Get in, ask, get out.",
        "Make every syllable earn its place.",
        "Trim until nothing more can go.",
    ),
    VARIETY: (
        "Spread the questions out over the whole field.",
        "Let each of them pull its own weight.",
        "Cast the net wide.",
    ),
    DEPTH: (
        "Go for the gold, not for the gravel.",
        "Ask what keeps practitioners awake at night.",
        "Aim below the surface.",
    ),
    NOVELTY: (
        "Start where the text stops.",
        "Take the conversation one step onwards.",
    ),
    PERSON: (
        "Imagine sitting across the table from whoever replied.",
        "Make it a conversation between two people.",
    ),
    RELEVANCE: (
        "Keep an eye on the ball.",
        "Let the thread never snap.",
    ),
    SHAPE: (
        "Mind the markup.",
        "Be tidy with the angle brackets.",
    ),
    NUMBER: ("Mind the quantity.",),
}
"""Advice in figures of speech, by theme: the writer seldom understands it."""

ADJECTIVES: Mapping[str, tuple[str, ...]] = {
    CLARITY: ("self-contained", "unambiguous"),
    BREVITY: ("short", "concise"),
    VARIETY: ("distinct", "varied"),
    DEPTH: ("insightful, never easy to look up", "hard to find online"),
    NOVELTY: ("not already answered", "fresh"),
    PERSON: ("addressed to the author", "drawn from the author's experience"),
    RELEVANCE: ("close to the topic", "rooted in the answer"),
    SHAPE: ("tidy",),
    NUMBER: ("exactly {count}",),
}
"""What questions are announced to be in a prefill, by theme."""

FLUFF = (
    "Be creative and engaging.",
    "Strive for excellence in everything you write.",
    "Think carefully before you begin.",
    "Use a friendly and professional tone.",
    "Remember that quality matters more than anything else.",
    "Take a deep breath and do your best work.",
    "Try to delight the reader.",
)
"""Advice that says nothing."""

BLOAT = (
    (
        "Please keep in mind that the platform on which the material was first published has a long "
        "history and a great "
        "many users with widely differing backgrounds, and that its conventions deserve respect at all times."
    ),
    (
        "Consider the wider setting of the conversation, the culture it comes from and the ways in which "
        "a text may be "
        "received by audiences in other parts of the world, now and in the years to come."
    ),
    (
        "Before you start, form a picture of the ideal result, compare it with other ideal results you "
        "can think of, and "
        "weigh up the strengths and weaknesses of each of these pictures with an open mind."
    ),
    (
        "Use the house style throughout: British spelling, serial commas where they help, figures from "
        "ten upwards, and "
        "no exclamation marks except where the material itself has them and where they carry a meaning."
    ),
    (
        "Keep a respectful attitude towards every profession, trade and hobby that might be touched "
        "upon, and remember "
        "that humour travels badly, while kindness and patience are welcome almost everywhere."
    ),
    (
        "If anything in this request should seem to conflict with anything else in it, weigh up the "
        "alternatives calmly "
        "and go on with whatever seems most in keeping with the spirit of the whole."
    ),
    (
        "Bear in mind that language changes, that words have shades of meaning, and that careful readers "
        "will notice "
        "both what stands on the page and what could have stood there in its place."
    ),
    (
        "Reflect on the purpose of asking in general, which has occupied thinkers since antiquity, and "
        "let some of that "
        "long tradition be felt between the lines of what you produce."
    ),
)
"""Sentences that make a prompt long without asking for anything the judge looks at."""

CONTRADICTIONS = (
    "Elaborate in full detail, with some background before each question.",
    "Feel free to repeat an idea in similar words.",
    "Include definitions of the basic facts as well.",
    "Plain text is fine, tags are optional.",
    "Feel free to use pronouns such as it or this.",
    "Ask the author to confirm what the answer says.",
    "Write as many as seem useful, at length.",
)
"""Advice that works against the usual criteria."""

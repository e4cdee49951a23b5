"""What is known of a request's words from the prompts tried before: which worked, which failed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from assay.models.embedded.rewriter_compare import compare, slots_in
from assay.models.embedded.rewriter_grammar import read_wish
from assay.models.embedded.rewriter_lexicon import VALUES, Lexicon
from assay.models.embedded.rewriter_reading import Past, Task
from assay.models.embedded.rewriter_wish import Slot, Wish

_PLAIN = frozenset(value for values in VALUES.values() for value in values)
_HALF = 0.5


@dataclass(slots=True)
class Evidence:
    """What earlier prompts brought.

    Attributes:
        start: the words of the prompt to start from, by part.
        prompt: that prompt.
        failing: parts that were missing in its picture; None where nothing is told.
        untold: parts of things that were not there, of which nothing can be said.
        failed: how often each word failed, by part; a plain word that the picture contradicts counts half,
            for then the picture is at fault rather than the word.
        ruled_out: plain words that were shown while the part was missing: they are not what it means.
        tried: every prompt tried.
    """

    start: Mapping[Slot, str]
    prompt: str
    failing: frozenset[Slot] | None = None
    untold: frozenset[Slot] = frozenset()
    failed: dict[Slot, dict[str, float]] = field(default_factory=dict)
    ruled_out: dict[Slot, set[str]] = field(default_factory=dict)
    tried: set[str] = field(default_factory=set)

    def fails(self, slot: Slot, word: str) -> float:
        """How often a word failed for a part."""
        return self.failed.get(slot, {}).get(word, 0.0)


def weigh(task: Task, wish: Wish, lexicon: Lexicon) -> Evidence:
    """Read everything a task tells about prompts tried."""
    told = _missing_of(task, wish, lexicon)
    past = [it for it in task.past if it.prompt != task.prompt]
    noted = next((it for it in task.past if it.prompt == task.prompt), None)
    best = _best(past, noted)
    words = words_in(best or task.prompt or task.request, wish, lexicon)
    failing = told
    if best is not None:
        lines = next(it.missing for it in past if it.prompt == best)
        failing = None if lines is None else _slots(lines, wish, lexicon)
    evidence = Evidence(words, best or task.prompt or task.request, failing)
    if failing is not None:
        evidence.untold = _untold(failing, wish)
    evidence.tried = {task.prompt, *(it.prompt for it in past)}
    for it in past:
        if it.missing is not None:
            _count(evidence, it.prompt, _slots(it.missing, wish, lexicon), {}, wish, lexicon)
    if told is not None and task.prompt:
        shown = compare(wish, read_wish(task.caption, lexicon), lexicon).shown if task.caption else {}
        _count(evidence, task.prompt, told, shown, wish, lexicon)
    return evidence


def words_in(prompt: str, wish: Wish, lexicon: Lexicon) -> Mapping[Slot, str]:
    """The words of a prompt by the parts of the wish; empty where the prompt speaks of fewer things."""
    read = read_wish(prompt, lexicon)
    if len(read.things) < len(wish.things):
        return {}
    found = read.slots()
    own = wish.slots()
    for number in range(len(wish.things)):
        size, colour = (number, "size"), (number, "colour")
        if found.get(colour) and found.get(colour) == own.get(size) and not found.get(size):
            found[size] = found.pop(colour)
    return {slot: found.get(slot, "") for slot in own}


def _best(past: Iterable[Past], noted: Past | None) -> str | None:
    """An earlier prompt with a higher score than the one tried last; None where that is the best."""
    scored = [it for it in past if it.score is not None]
    top = max(scored, key=lambda it: it.score or 0.0, default=None)
    if top is None or noted is None or noted.score is None:
        return None
    return top.prompt if (top.score or 0.0) > noted.score else None


def _missing_of(task: Task, wish: Wish, lexicon: Lexicon) -> frozenset[Slot] | None:
    """Parts missing in the last picture: as told, else as its description lets one guess."""
    if task.missing is not None:
        return _slots(task.missing, wish, lexicon)
    if not task.caption:
        return None
    return frozenset(compare(wish, read_wish(task.caption, lexicon), lexicon).missing)


def _slots(lines: Iterable[str], wish: Wish, lexicon: Lexicon) -> frozenset[Slot]:
    return frozenset(slot for line in lines for slot in slots_in(line, wish, lexicon))


def _untold(failing: Iterable[Slot], wish: Wish) -> frozenset[Slot]:
    """Parts of which nothing was found out, as their thing was not there."""
    gone = {number for number, kind in failing if kind == "shape"}
    return frozenset(
        slot
        for slot in wish.slots()
        if (slot[0] in gone and slot[1] != "shape") or (slot[1] == "relation" and gone)
    )


def _count(
    evidence: Evidence,
    prompt: str,
    failing: frozenset[Slot],
    shown: Mapping[Slot, str],
    wish: Wish,
    lexicon: Lexicon,
) -> None:
    words = words_in(prompt, wish, lexicon)
    for slot in failing:
        if slot not in words:
            continue
        word, seen = words[slot], shown.get(slot, "")
        doubtful = word in _PLAIN and bool(seen) and seen != word
        counts = evidence.failed.setdefault(slot, {})
        counts[word] = counts.get(word, 0.0) + (_HALF if doubtful else 1.0)
        if seen:
            evidence.ruled_out.setdefault(slot, set()).add(seen)

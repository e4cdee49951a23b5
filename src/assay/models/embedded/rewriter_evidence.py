"""What is known of a request's words from the prompts tried before: which worked, which failed."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from assay.models.embedded.rewriter_compare import compare, slots_in
from assay.models.embedded.rewriter_grammar import read_wish
from assay.models.embedded.rewriter_lexicon import VALUES, Lexicon
from assay.models.embedded.rewriter_reading import Past, Task
from assay.models.embedded.rewriter_wish import Slot, Wish

_PLAIN = frozenset(value for values in VALUES.values() for value in values)
_FAILED, _CONTRADICTED, _STRANGE, _WORKED, _SHOWN = 0.15, 0.6, 0.5, 5.0, 4.0


@dataclass(slots=True)
class Evidence:
    """What earlier prompts brought.

    Attributes:
        start: the words of the prompt to start from, by part.
        prompt: that prompt.
        failing: parts that were missing in its picture; None where nothing is told.
        tried: every prompt tried, as often as it was.
        factors: by part and word, how much likelier it has become that the word is right, above 1, or how
            much less likely. A plain word that the picture contradicts has hardly failed: there the picture
            is at fault rather than the word.
    """

    start: Mapping[Slot, str]
    prompt: str
    failing: frozenset[Slot] | None = None
    tried: Counter[str] = field(default_factory=Counter)
    factors: dict[Slot, dict[str, float]] = field(default_factory=dict)

    def factor(self, slot: Slot, word: str) -> float:
        """How much likelier a word has become; 1 where nothing is known of it."""
        return self.factors.get(slot, {}).get(word, 1.0)

    def weigh(self, slot: Slot, word: str, factor: float) -> None:
        """Take one more observation of a word."""
        known = self.factors.setdefault(slot, {})
        known[word] = known.get(word, 1.0) * factor


def weigh(task: Task, wish: Wish, lexicon: Lexicon) -> Evidence:
    """Read everything a task tells about prompts tried."""
    told = _missing_of(task, wish, lexicon)
    past = [it for it in task.past if it.prompt != task.prompt]
    noted = next((it for it in task.past if it.prompt == task.prompt), None)
    best = _best(past, noted)
    prompt, failing = task.prompt or task.request, told
    if best is not None:
        prompt = best.prompt
        failing = None if best.missing is None else _slots(best.missing, wish, lexicon)
    evidence = Evidence(words_in(prompt, wish, lexicon), prompt, failing)
    evidence.tried.update(it.prompt for it in task.past)
    if noted is None:
        evidence.tried[task.prompt] += 1
    for it in past:
        lacked = None if it.missing is None else _slots(it.missing, wish, lexicon)
        if lacked is not None:
            _count(evidence, it.prompt, lacked, {}, wish, lexicon)
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


def _best(past: Iterable[Past], noted: Past | None) -> Past | None:
    """An earlier prompt with a higher score than the one tried last; None where that is the best."""
    top = max((it for it in past if it.score is not None), key=lambda it: it.score or 0.0, default=None)
    if top is None or noted is None or noted.score is None:
        return None
    return top if (top.score or 0.0) > noted.score else None


def _missing_of(task: Task, wish: Wish, lexicon: Lexicon) -> frozenset[Slot] | None:
    """Parts missing in the last picture: as told, else as its description lets one guess."""
    if task.missing is not None:
        return _slots(task.missing, wish, lexicon)
    if not task.caption:
        return None
    return frozenset(compare(wish, read_wish(task.caption, lexicon), lexicon).missing) or None


def _slots(lines: Collection[str], wish: Wish, lexicon: Lexicon) -> frozenset[Slot] | None:
    """Parts that lines speak of; None where there are lines and none of them could be understood."""
    found = frozenset(slot for line in lines for slot in slots_in(line, wish, lexicon))
    return found if found or not lines else None


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
    for slot in set(words) - _untold(failing, wish):
        word, seen = words[slot], shown.get(slot, "")
        if slot not in failing:
            evidence.weigh(slot, word, _WORKED)
        elif word in _PLAIN and seen not in {"", word}:
            evidence.weigh(slot, word, _CONTRADICTED)
        elif word and word not in _PLAIN:
            # A rare word works with some seeds and fails with others.
            evidence.weigh(slot, word, _STRANGE)
        else:
            evidence.weigh(slot, word, _FAILED)
        if seen not in {"", word}:
            evidence.weigh(slot, seen, _FAILED if slot in failing else _SHOWN)

"""``sim/rewriter``: asks about, rewrites and compares requests for pictures of simple things."""

from dataclasses import dataclass, replace

from assay.errors import Rejected
from assay.models.embedded.chance import Chance
from assay.models.embedded.rewriter_choice import first_guesses, next_words, slipped, teach, understood
from assay.models.embedded.rewriter_compare import compare, missing_lines
from assay.models.embedded.rewriter_evidence import Evidence, weigh
from assay.models.embedded.rewriter_grammar import read_wish
from assay.models.embedded.rewriter_lexicon import Lexicon
from assay.models.embedded.rewriter_questions import as_lines, questions_about
from assay.models.embedded.rewriter_reading import Task, read_task
from assay.models.embedded.rewriter_wish import Slot, Wish
from assay.models.embedded.rewriter_wording import LAYOUTS, embellished, named_first, within, write_prompt
from assay.models.embedded.simulation import Options, Simulation, choice, number
from assay.records import Request

_AS_ASKED = 3
_CHATS = 0.5
_BEFORE = ("Sure! Here is a better prompt:\n", "I would put it like this: ", "A better prompt might be:\n\n")
_AFTER = ("\n\nI made the wording clearer.", "\n\nLet me know if you want another one.", "")


@dataclass(frozen=True, slots=True)
class RewriterOptions(Options):
    """Options of the rewriter.

    Attributes:
        skill: share of the synonyms in its lexicon that it knows well, 0 to 1; most others it mixes up.
        feedback: ``no``: it looks up its first guesses and heeds nothing that came of earlier prompts.
        noise: share of rewritten prompts with one word wrong by a slip, 0 to 1.
    """

    skill: float = number(0.6, 0.0, 1.0)
    feedback: str = choice("yes", "yes", "no")
    noise: float = number(0.03, 0.0, 1.0)


class SimRewriter(Simulation):
    """A simulation of the language model of an image study; see ``docs/simulations.md``.

    It sees texts and never a picture. Its English is imperfect, so that it needs to be told what was missing.

    Args:
        name: as a study writes it.
        options: the options, checked.
    """

    known = "ask about, rewrite or compare requests for pictures of simple drawn things"

    def __init__(self, name: str = "sim/rewriter", options: RewriterOptions | None = None) -> None:
        self.options = options or RewriterOptions()
        super().__init__(name, self.options)
        self._lexicon = Lexicon(self.options.skill)

    def compose(self, request: Request, chance: Chance) -> str:
        """Answer what is asked: a prompt, questions, a verdict or a number.

        Raises:
            Rejected: there is no request for a picture in it.
        """
        task = read_task(request)
        if task is None:
            raise self.unknown_task("this request holds nothing that somebody asked for")
        jobs = {"questions": self._questions, "verdict": self._verdict, "select": self._select}
        if task.job in jobs:
            return jobs[task.job](task)
        return _said(task, self._rewritten(task, chance), chance)

    def unknown_task(self, what: str) -> Rejected:
        """The error for a request that is about something else.

        Args:
            what: what was missing in the request, as a clause.
        """
        return Rejected(
            f"{self.name} is a simulation that only knows how to {self.known}, and {what}. "
            "Name a real model instead, e.g. anthropic/<model> or openai/<model>."
        )

    def _questions(self, task: Task) -> str:
        questions = questions_about(read_wish(task.request, self._lexicon))
        lines = as_lines(questions) or f"1 | object | - | Is there {task.request.strip().rstrip('.')}?"
        return f"\n{lines}\n\n" if task.base else f"<questions>\n{lines}\n</questions>"

    def _verdict(self, task: Task) -> str:
        wish, seen = read_wish(task.request, self._lexicon), read_wish(task.caption, self._lexicon)
        found = compare(wish, seen, self._lexicon)
        matches = "no" if found.missing or not wish.things else "yes"
        if task.base:
            return f" {matches}\n"
        lines = "".join(f"\n- {line}" for line in missing_lines(wish, found.missing)) or "\nnothing"
        score = round(10 * found.score) if wish.things else 0
        return f"<match>{matches}</match>\n<score>{score}</score>\n<missing>{lines}\n</missing>"

    def _select(self, task: Task) -> str:
        wish = read_wish(task.request, self._lexicon)
        scores = {
            place: compare(wish, read_wish(caption, self._lexicon), self._lexicon).score
            for place, caption in reversed(task.captions)
        }
        best = max(reversed(scores), key=lambda place: scores[place], default=1)
        return f" {best}\n" if task.base else f"<best>{best}</best>"

    def _rewritten(self, task: Task, chance: Chance) -> str:
        """The next prompt."""
        lexicon = self._lexicon
        if task.pairs:
            lexicon = Lexicon(self.options.skill)
            teach(lexicon, task.pairs)
        wish = read_wish(task.request, lexicon)
        if not understood(wish, lexicon):
            return within(named_first(task.request, task.missing or ()), task.limit)
        usual = 0 if task.manner.caption else _AS_ASKED
        if self.options.feedback == "no":
            plain = write_prompt(wish, self._slip(first_guesses(wish, lexicon), chance), usual)
        else:
            evidence = weigh(task, wish, lexicon)
            if evidence.failing == frozenset():
                kept = replace(task.manner, plain=True, brief=True)
                return within(embellished(evidence.prompt, kept, chance), task.limit)
            words = self._slip(next_words(wish, evidence, lexicon), chance)
            plain = _new_one(wish, words, usual, evidence)
        return within(embellished(plain, task.manner, chance), task.limit)

    def _slip(self, words: dict[Slot, str], chance: Chance) -> dict[Slot, str]:
        return slipped(words, chance) if chance.happens(self.options.noise) else words


def _new_one(wish: Wish, words: dict[Slot, str], usual: int, evidence: Evidence) -> str:
    """The prompt in the first order of parts that was not tried twice: once may have been bad luck."""
    layouts = [usual, *(layout for layout in range(LAYOUTS) if layout != usual)]
    written = [write_prompt(wish, words, layout) for layout in layouts]
    return next((prompt for prompt in written if evidence.tried[prompt] < 2), written[0])


def _said(task: Task, prompt: str, chance: Chance) -> str:
    """The prompt in the form that is asked for; where none is, as a chatty model would put it."""
    if task.base:
        return f" {prompt}\n"
    opening = "" if "<prompt>" in task.begun.lower() else "<prompt>"
    text = f"{opening}{prompt}</prompt>" if task.manner.tagged else prompt
    if task.manner.alone or task.begun or not chance.happens(_CHATS):
        return text
    return f"{chance.pick(_BEFORE)}{text}{chance.pick(_AFTER)}"

"""Runs as a study would leave them in a store, for the tests of the report."""

import asyncio
import random

from assay.records import Entrant, Item, Match, Prompt, Reply, Response, Settings, Usage, Verdict
from assay.stats.winrates import winrate_of, worst_case
from assay.store import Decision, EntrantRow, Proposal, Store

MARKUP = "<script>alert('x')</script><img src=x onerror=alert(1)>"
NASTY = f'{MARKUP} {{{{ 7*7 }}}} {{0.__class__}} & "quoted" \x00\x1b[31mred\x1b[0m \u202eevil\u202c'
HEBREW = "שלום, הקומקום שקניתי אצלכם דולף מהתחתית. מה עושים?"
HUGE_WORD = "kettle-log "
SEALED_WORD = "sealed-inventory"
_TOPICS = (
    "The kettle I bought in March leaks from the base when it is full",
    "My parcel says delivered but the neighbours have not seen it either",
    "Can I swap the blue lampshade for the grey one without the receipt",
    "The assembly sheet shows eight screws and the bag holds seven",
    "I was charged twice for one order of coffee filters 🙄",
    "How do I clean the glass of the oven door from the inside",
    "The voucher from your newsletter is refused at the till",
    "Is the cable of the desk lamp long enough for a standing desk",
)
FIRST = Prompt.simple(
    "Answer this customer of a household shop.\n\n<message>\n{message}\n</message>",
    system="You write for the shop's service desk.",
)
P1 = FIRST.replaced(
    {
        "user": "Answer this customer of a household shop in at most four sentences. Say first what will "
        "happen, then what the customer has to do.\n\n<message>\n{message}\n</message>"
    }
)
P2 = FIRST.replaced({"user": "Be extremely friendly!\n\n<message>\n{message}\n</message>"})
P3 = P1.replaced(
    {
        "system": "You write for the shop's service desk. You are calm, exact and brief.",
        "user": "Answer this customer of a household shop in at most four sentences. Say first what will "
        "happen and by when, then what the customer has to do. Name the product. Promise nothing that the "
        "message does not ask for.\n\n<message>\n{message}\n</message>",
    }
)
P4 = P3.replaced({"prefill": "Thank you for writing. "})
_STRENGTH = {"first": 0.0, "p1": 0.7, "p2": -0.5, "p3": 1.5, "p4": 1.3}
_PROMPTS = {"first": FIRST, "p1": P1, "p2": P2, "p3": P3, "p4": P4}


def items(count: int = 60) -> list[tuple[Item, str]]:
    """Half for the search, half sealed; the first ones are hard to show."""
    texts = [f"{_TOPICS[n % len(_TOPICS)]} (order {4000 + 37 * n})." for n in range(count)]
    texts[0], texts[2], texts[4] = NASTY, HEBREW, HUGE_WORD * 18_700
    return [
        (Item({"message": f"{SEALED_WORD} {text}" if n % 2 else text}, row=n), "proof" if n % 2 else "search")
        for n, text in enumerate(texts)
    ]


def answer(name: str, item: Item, sample: int = 0) -> str:
    about = " ".join(item.fields["message"].split()[:9])[:90]
    text = {
        "first": f"Dear customer, we are sorry to read this. Regarding “{about}…” we would like to ask you "
        "for some patience while our team looks into the matter. There are several possible causes, and in "
        "most cases a solution is found. Please also see our pages for frequently asked questions.",
        "p1": f"We will sort this out. Please reply with a photo and your order number ({about}).",
        "p2": f"Oh wow!!! Thank you SO much for telling us about “{about}” 💛💛💛 You are the best!",
        "p3": f"You get a replacement by Thursday. About {about}: please reply with a photo of the fault; "
        "the old one need not be sent back.",
        "p4": f"Thank you for writing. You get a replacement by Thursday. Please send a photo. ({about})",
    }[name]
    return f"{text} {MARKUP}" if item.row == 0 else text if not sample else f"{text} (again)"


class Builder:
    """Fills one run of a store, step by step, so that a test may stop where it likes."""

    def __init__(
        self,
        store: Store,
        *,
        name: str = "service-desk",
        kind: str = "text",
        start: bool = True,
        **config: object,
    ) -> None:
        self.store = store
        self.random = random.Random(7)
        config = {**CONFIG, "name": name, **config}
        self.run = store.runs.create(study="0" * 64, name=name, kind=kind, config=config).id
        self.items = items()
        self.ordinal = 0
        self.answered: set[tuple[str, str, int]] = set()
        store.evidence.add_items(self.run, self.items)
        self.admit("first")
        self.decide(
            "split", search_items=30, proof_items=30, search_groups=30, proof_groups=30, detectable=0.66
        )

    def decide(self, step: str, kind: str = "", **data: object) -> None:
        self.store.evidence.decide(self.run, Decision(step, kind or step, data))

    def admit(self, name: str, **row: object) -> None:
        entrant = Entrant(name, _PROMPTS[name], Settings(max_tokens=300))
        position = len(self.store.evidence.entrants(self.run))
        self.store.evidence.add_entrant(self.run, EntrantRow(entrant, position, **row))
        self.store.evidence.flush()

    def propose(
        self, round_: int, parent: str, advisor: str, name: str | None, refusal: str | None = None
    ) -> None:
        prompt = _PROMPTS[name] if name else None
        changes = f"Shorter, and the promise first ({name})." if name else ""
        ordinal = len(self.store.evidence.proposals(self.run))
        advice = (
            f"You improve prompts. The current prompt is {parent}; it won 41.0% of its matches.\n\n"
            f"Lost: the judge said “vague, no date”. {NASTY}\n"
            + "Another match was lost for the same reason.\n"
            * 30
        )
        reply = f"<changes>{changes}</changes>\n<user>{prompt.user if prompt else 'no tags closed'}"
        self.store.evidence.add_proposal(
            self.run,
            Proposal(
                *(ordinal, round_, advisor, parent, advice, (reply,) if name else (reply, reply), ()),
                *(changes, prompt, name, refusal),
            ),
        )
        if name and refusal is None:
            self.admit(name, parents=(parent,), advisor=advisor, round=round_, reason=changes)
        self.store.evidence.flush()

    def respond(self, name: str, item: Item, sample: int) -> Response:
        failed = item.fields["message"].startswith(HUGE_WORD) and name == "p2"
        text = "" if failed else answer(name, item, sample)
        response = Response(
            *(name, item.id, sample, text, text, "stop"),
            failure="the request does not fit the model: 204,000 characters" if failed else None,
        )
        if (key := (name, item.id, sample)) not in self.answered:
            self.answered.add(key)
            self.store.evidence.add_response(self.run, response, "sim/writer")
        return response

    def play(self, one: str, two: str, stage: str = "search") -> None:
        split = "proof" if stage == "proof" else "search"
        samples = (0, 1) if stage == "self-play" else (0, 0)
        for item, where in self.items:
            if where == split:
                first, second = self.respond(one, item, samples[0]), self.respond(two, item, samples[1])
                failure = first.failure or second.failure
                verdicts = () if failure else self.judge(_STRENGTH[one] - _STRENGTH[two], item)
                match = Match(one, two, item.id, item.group, stage, verdicts, *samples, failure)
                self.store.evidence.add_match(
                    self.run, self.ordinal, match, judge="sim/judge", orders=["one", "two"]
                )
                self.ordinal += 1
        self.store.evidence.flush()

    def judge(self, difference: float, item: Item) -> tuple[Verdict, ...]:
        quality = difference + self.random.gauss(0.0, 1.0)
        verdicts = []
        for shown_first in ("one", "two"):
            seen = quality + (0.15 if shown_first == "one" else -0.15) + self.random.gauss(0.0, 0.3)
            winner = "tie" if abs(seen) < 0.15 else "one" if seen > 0 else "two"
            if self.random.random() < 0.01:
                winner = "unparsed"
            reason = {
                "one": "Names what happens next and by when.",
                "two": "Clearer about what the customer has to do; the other one is vague.",
                "tie": "Both say the same in other words.",
                "unparsed": f"I cannot decide {MARKUP}",
            }[winner]
            verdicts.append(Verdict(winner, shown_first, reason))
        return tuple(verdicts)

    def spend(self) -> None:
        asyncio.run(self._spend())

    async def _spend(self) -> None:
        calls = self.store.calls
        plan = (
            ("answerer", "sim/writer", 150, 0.0),
            ("judge", "sim/judge", 420, 0.0),
            ("advisor", "sim/advisor", 6, 0.0),
        )
        priced = (("answerer", "anthropic/claude-like", 4, 0.0123), ("advisor", "openai/local", 2, None))
        for role, model, count, price in (*plan, *priced):
            for number in range(count):
                key = f"{role}-{model}-{number}:0"
                if calls.find(key) is not None:
                    calls.used(self.run, key, role)
                    continue
                bound = {"usd": price, "tokens": 900, "role": role, "model": model}
                await calls.sent(key=key, run=self.run, request="{}", **bound)
                usage = Usage(600, 120)
                reply = Reply("text", "stop", usage)
                await calls.done(key=key, run=self.run, reply=reply, usage=usage, nominal_usd=price)
        self.store.evidence.flush()

    def finish(self, **outcome: object) -> None:
        self.store.runs.finish(self.run, outcome)


CONFIG = {
    "kind": "text",
    "seed": 11,
    "answerer": "sim/writer",
    "judge": {"kind": "llm", "model": "sim/judge", "orders": "both"},
    "advisors": ["sim/advisor", "sim/advisor?skill=low"],
    "judge_prompt": Prompt.simple(
        "Which answer helps more?\n{one}\n{two}\n<label>one|two|tie</label>"
    ).to_data(),
    "rounds": 3,
    "items": {"file": "messages.csv", "column": "message"},
    "changeable": ["system", "user", "prefill"],
    "caps": {"usd": None, "calls": 20000},
}


def search(store: Store, **config: object) -> Builder:
    """A whole search of three rounds, its proof still sealed."""
    built = Builder(store, **config)
    built.play("first", "first", "self-play")
    built.decide("self-play", winrate=0.5, low=0.4, high=0.6, n=30)
    built.propose(1, "first", "sim/advisor", "p1")
    built.propose(1, "first", "sim/advisor?skill=low", "p2")
    built.play("p1", "first")
    built.play("p2", "first")
    built.play("p2", "p1")
    _champion(built, "round-1-p1", "first", "p1", True)
    _champion(built, "round-1-p2", "p1", "p2", False)
    built.propose(2, "p1", "sim/advisor", "p3")
    built.propose(2, "p1", "sim/advisor?skill=low", None, "no tags, even after one repair")
    for old in ("first", "p1", "p2"):
        built.play("p3", old)
    _champion(built, "round-2-p3", "p1", "p3", True)
    built.propose(3, "p3", "sim/advisor", "p4")
    built.propose(3, "p3", "sim/advisor?skill=low", "p3", f"the text is unchanged {MARKUP}")
    for old in ("first", "p1", "p2", "p3"):
        built.play("p4", old)
    _champion(built, "round-3-p4", "p3", "p4", False)
    built.spend()
    return built


def _champion(built: Builder, step: str, champion: str, challenger: str, promoted: bool) -> None:
    figures = {"winrate": 0.7, "low": 0.55, "high": 0.82, "n": 30, "p": 0.01}
    data = {
        "champion": champion,
        "challenger": challenger,
        "promoted": promoted,
        "reason": "lies above one half",
    }
    built.decide(step, "champion", **data, **figures)


def proven(store: Store) -> Builder:
    """A finished run whose third prompt is proven on the sealed inputs."""
    built = search(store)
    built.play("p3", "first", "proof")
    played = store.evidence.matches(built.run, "proof")
    result = winrate_of("p3", played)
    missing = sum(not match.complete for match in played)
    assert result is not None
    outcomes = [match.outcome for match in played if match.outcome is not None]
    figures = {name: getattr(result, name) for name in ("winrate", "low", "high", "n", "groups", "p", "test")}
    built.finish(
        outcome="proven",
        measured_on="proof",
        first="first",
        candidate="p3",
        returned="p3",
        incomplete=missing,
        worst_case=list(worst_case(outcomes, missing)),
        opened_times=2,
        confidence=0.95,
        further_items=None,
        detectable=0.66,
        reason="The interval lies above one half.",
        **figures,
    )
    return built


def not_proven(store: Store) -> Builder:
    """A finished run whose candidate was too close to the first prompt."""
    built = search(store)
    built.play("p3", "first", "proof")
    built.finish(
        outcome="not proven",
        winrate=0.55,
        low=0.44,
        high=0.655,
        n=30,
        groups=30,
        p=0.3,
        confidence=0.95,
        test="some test",
        measured_on="proof",
        first="first",
        candidate="p3",
        returned="first",
        incomplete=0,
        worst_case=[0.55, 0.55],
        opened_times=1,
        further_items=310,
        detectable=0.66,
        reason="The interval holds one half.",
    )
    return built


def comparison(store: Store) -> str:
    """Two given prompts, compared on every input: no search."""
    built = Builder(store, kind="compare", name="compared", start=False)
    for place, (name, prompt) in enumerate((("first", FIRST), ("second", P3))):
        store.evidence.add_entrant(built.run, EntrantRow(Entrant(name, prompt), place))
    for number, (item, split) in enumerate(built.items):
        if split == "proof":
            verdict = Verdict("two" if number % 9 else "one", "one")
            match = Match("first", "second", item.id, item.group, "proof", (verdict,))
            store.evidence.add_match(built.run, number, match, judge="sim/judge", orders=["one"])
    store.evidence.flush()
    result = winrate_of("second", store.evidence.matches(built.run))
    assert result is not None
    figures = {name: getattr(result, name) for name in ("winrate", "low", "high", "n", "groups", "p", "test")}
    names = {"first": "first", "candidate": "second", "returned": "second"}
    built.finish(outcome="proven", measured_on="proof", opened_times=1, detectable=0.7, **names, **figures)
    return built.run


def imported(store: Store, count: int = 12) -> str:
    """Verdicts recorded elsewhere: no calls, no proposals, names that are no good as file names."""
    run = store.runs.create(study="1" * 64, name="old-verdicts", kind="import", config={}).id
    rows = [Item({"content": f"Question {n}"}, row=n) for n in range(count)]
    store.evidence.add_items(run, [(item, "search") for item in rows])
    names = ("0", "../1", "con<2>")
    for place, name in enumerate(names):
        store.evidence.add_entrant(run, EntrantRow(Entrant(name, Prompt.simple(f"Prompt {name}")), place))
    ordinal = 0
    for one, two in (("0", "../1"), ("0", "con<2>"), ("../1", "con<2>")):
        for item in rows:
            winner = ("one", "two", "tie")[ordinal % 3]
            verdict = Verdict(winner, "one" if ordinal % 2 else "two", "recorded", source="import")
            match = Match(one, two, item.id, item.group, "import", (verdict,))
            store.evidence.add_match(run, ordinal, match, judge="recorded", orders=[verdict.shown_first])
            ordinal += 1
    store.evidence.flush()
    return run


def empty(store: Store) -> str:
    """A run that was only just made."""
    return store.runs.create(study="2" * 64, name="empty", kind="text", config={}).id

"""What every store promises of evidence: it comes back equal, in order, however often it is noted."""

from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from store_handles import EXAMPLES, LONG, NAMES, NASTY, TEXTS, reopened

from assay.records import Entrant, Item, Match, Prompt, Response, Settings, Turn, Verdict
from assay.store import Decision, EntrantRow, Proposal, Store


def turns(texts: list[str], *, prefill: bool) -> tuple[Turn, ...]:
    """Alternating turns that begin and end as a prompt may."""
    roles = ("user", "assistant")
    made = [Turn(roles[number % 2], text) for number, text in enumerate(texts)]
    return tuple(made if prefill or made[-1].role == "user" else [*made, Turn("user", "x")])


PROMPTS = st.builds(
    lambda system, texts, prefill, style: Prompt(
        (*([Turn("system", system)] if system else []), *turns(texts, prefill=prefill)), style
    ),
    st.none() | NAMES,
    st.lists(NAMES, min_size=1, max_size=4),
    st.booleans(),
    st.sampled_from(["chat", "completion"]),
)


class TestEvidence:
    @EXAMPLES
    @given(
        prompt=PROMPTS,
        reason=TEXTS,
        temperature=st.none() | st.floats(0, 2),
        stop=st.lists(NAMES, max_size=2),
    )
    @example(
        prompt=Prompt.simple(NASTY, system=LONG, prefill="\x00"), reason=NASTY, temperature=0.1, stop=["\n"]
    )
    def test_an_entrant_comes_back_equal(
        self, store: Store, prompt: Prompt, reason: str, temperature: float | None, stop: list[str]
    ) -> None:
        settings_ = Settings(max_tokens=5, temperature=temperature, stop=tuple(stop))
        entrant = Entrant("1", prompt, settings_, {"between": ["<a>", "</a>"]})
        row = EntrantRow(entrant, 1, ("0", "x"), "sim/advisor", 2, reason)
        store.evidence.add_entrant("r-1", row)
        (found,) = store.evidence.entrants("r-1")
        assert found == row
        assert found.entrant.content == entrant.content
        assert found.entrant.prompt.id == prompt.id

    @EXAMPLES
    @given(fields=st.dictionaries(NAMES, TEXTS, min_size=1, max_size=4), group=TEXTS, segment=TEXTS)
    @example(fields={"text": LONG, NASTY: NASTY}, group=NASTY, segment="\x00")
    def test_an_item_comes_back_equal(
        self, store: Store, fields: dict[str, str], group: str, segment: str
    ) -> None:
        item = Item(fields, group, 0, segment)
        run = f"r-{item.id}-{Prompt.simple('x' + group + '|' + segment).id}"
        store.evidence.add_items(run, [(item, "proof")])
        ((found, split),) = store.evidence.items(run)
        assert (found, found.id, found.row, split) == (item, item.id, 0, "proof")

    def test_items_come_in_file_order_and_may_be_noted_again(self, store: Store) -> None:
        items = [(Item({"text": f"t{row}"}, row=row), "search" if row % 2 else "proof") for row in range(12)]
        for given_ in (reversed(items), items):
            store.evidence.add_items("r-1", given_)  # type: ignore[arg-type]
        assert reopened(store, lambda other: other.evidence.items("r-1")) == items

    def test_items_of_two_runs_may_be_split_differently(self, store: Store) -> None:
        item = Item({"text": "same"})
        store.evidence.add_items("r-1", [(item, "search")])
        store.evidence.add_items("r-2", [(item, "proof")])
        assert [store.evidence.items(run)[0][1] for run in ("r-1", "r-2")] == ["search", "proof"]

    def test_a_response_comes_back_equal_and_the_last_one_noted_stands(self, store: Store) -> None:
        good = Response("0", "item", 1, NASTY + LONG, NASTY, "length", None, "key:1")
        failed = Response("0", "item", 0, "", "", "other", "it does not fit the model")
        for response in (replace(good, text="before"), good, failed):
            store.evidence.add_response("r-1", response, "m")
        assert reopened(store, lambda other: other.evidence.responses("r-1")) == [failed, good]

    def test_matches_come_in_the_order_issued_with_their_verdicts(self, store: Store) -> None:
        verdicts = (
            Verdict("one", "one", NASTY, 0, "model", "key:0"),
            Verdict("unparsed", "two", LONG, 1, "human"),
            Verdict("tie", None, "", 0, "function"),
        )
        first = Match("1", "0", "i", "g", "search", verdicts, 1, 2)
        failed = Match("1", "1", "i", "g", "self-play", failure="a response failed")
        proof = Match("2", "0", "j", "h", "proof", verdicts[:1])
        for ordinal, match in ((2, proof), (0, first), (1, failed), (0, first)):
            store.evidence.add_match("r-1", ordinal, match, judge="j", orders=["one", "two"])
        matches = reopened(store, lambda other: other.evidence.matches("r-1"))
        assert matches == [first, failed, proof]
        assert store.evidence.matches("r-1", "proof") == [proof]
        assert store.evidence.matches("r-2") == []

    @EXAMPLES
    @given(
        told=TEXTS, replies=st.lists(TEXTS, max_size=2), prompt=st.none() | PROMPTS, refusal=st.none() | TEXTS
    )
    @example(told=LONG, replies=[NASTY, "\x00"], prompt=Prompt.simple("{x}"), refusal=NASTY)
    def test_a_proposal_comes_back_equal(
        self, store: Store, told: str, replies: list[str], prompt: Prompt | None, refusal: str | None
    ) -> None:
        proposal = Proposal(
            3, 1, "advisor", "0", told, tuple(replies), ("key:0", "key:1"), told, prompt, None, refusal
        )
        store.evidence.add_proposal("r-1", proposal)
        assert store.evidence.proposals("r-1") == [proposal]

    def test_the_first_decision_of_a_step_stands_and_decisions_keep_their_order(
        self, store: Store, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        made = [Decision(f"step {number}", "champion", {"n": number, "text": NASTY}) for number in range(5)]
        clock = iter([5.0, 4.0, 3.0, 2.0, 1.0, 0.0])  # a clock that was set back
        monkeypatch.setattr("assay.store.evidence.time.time", lambda: next(clock))
        for decision in made:
            store.evidence.decide("r-1", decision)
        store.evidence.decide("r-1", replace(made[0], data={"n": 99}))
        assert reopened(store, lambda other: other.evidence.decisions("r-1")) == made

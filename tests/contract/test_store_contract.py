"""What every store promises of runs, calls, bills, seals, leases, commands, pages and scores."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from store_handles import EXAMPLES, LONG, NASTY, TEXTS, reopened

from assay.errors import Sealed, UsageError
from assay.records import Image, Prompt, Reply, Usage
from assay.store import LedgerLine, ScoreRow, Spent, Store, StoredPage


def run_of(store: Store, name: str = "r") -> str:
    return store.runs.create(study="s", name=name, kind="text", config={}).id


def do(store: Store, work: Callable[[], Awaitable[Any]]) -> Any:
    async def main() -> Any:
        return await work()

    return asyncio.run(main())


async def sent(store: Store, run: str, key: str, *, usd: float | None = 0.05, **more: Any) -> int:
    row = {"role": "answerer", "model": "m", "request": "{}", "tokens": 500, **more}
    return await store.calls.sent(key, run=run, usd=usd, **row)


async def paid(
    store: Store, run: str, key: str, usd: float | None, tokens: tuple[int, int], **more: Any
) -> int:
    await sent(store, run, key, usd=None if usd is None else 0.05, **more)
    return await store.calls.done(key, run, Reply("text"), Usage(*tokens), usd)


class TestRuns:
    def test_a_run_is_read_as_it_was_made(self, store: Store) -> None:
        config = {"name": NASTY, "list": [1, 2.5, None, True], "deep": {"a": LONG}}
        made = store.runs.create(study="hash", name="study", kind="text", config=config)
        assert (made.id, made.study, made.name, made.kind) == ("study-1", "hash", "study", "text")
        assert (made.state, made.note, made.config, made.outcome) == ("running", "", config, None)
        assert reopened(store, lambda other: other.runs.get("study-1")) == made

    def test_ids_count_up_by_name(self, store: Store) -> None:
        assert [run_of(store, name) for name in ("a", "a", "b", "a")] == ["a-1", "a-2", "b-1", "a-3"]
        # A name that ends like an id does not clash.
        assert run_of(store, "a-1") == "a-1-1"

    def test_a_run_that_is_not_there_is_an_error_that_lists_the_newest(self, store: Store) -> None:
        with pytest.raises(UsageError, match="newest runs: none yet"):
            store.runs.get("a-1")
        for name in "abcdefg":
            run_of(store, name)
        with pytest.raises(UsageError, match=r"newest runs: g-1, f-1, e-1, d-1, c-1$"):
            store.runs.get("a-2")

    def test_the_latest_run_of_a_study_is_the_newest_one(self, store: Store) -> None:
        assert store.runs.latest("s") is None
        for _ in range(11):
            run_of(store)
        latest = store.runs.latest("s")
        assert latest is not None
        assert latest.id == "r-11"

    def test_state_note_and_outcome_are_kept(self, store: Store) -> None:
        run = run_of(store)
        store.runs.set_state(run, "stopped", "the cap was reached")
        stopped = reopened(store, lambda other: other.runs.get(run))
        assert (stopped.state, stopped.note, stopped.outcome) == ("stopped", "the cap was reached", None)
        store.runs.finish(run, {"outcome": "proven", "winrate": 0.7})
        finished = reopened(store, lambda other: other.runs.get(run))
        assert (finished.state, finished.note) == ("finished", "")
        assert finished.outcome == {"outcome": "proven", "winrate": 0.7}


class TestCalls:
    def test_a_call_that_was_never_made_is_not_found(self, store: Store) -> None:
        assert store.calls.find("k") is None

    def test_a_reply_is_read_as_it_came(self, store: Store) -> None:
        usage = Usage(300, 200, 100, 50, 25)
        reply = Reply(NASTY + LONG, "length", usage, "served-1")

        async def work() -> None:
            assert await sent(store, "r-1", "k") == 1
            assert await store.calls.done("k", "r-1", reply, usage, 0.02) == 1

        do(store, work)
        found = reopened(store, lambda other: other.calls.find("k"))
        assert (found.state, found.run, found.reply, found.nominal_usd) == ("done", "r-1", reply, 0.02)
        assert (found.error_kind, found.error) == (None, None)

    @EXAMPLES
    @given(text=TEXTS, finish=st.sampled_from(["stop", "length", "refused", "other"]))
    @example(text="", finish="stop")
    def test_any_text_comes_back_equal(self, store: Store, text: str, finish: Any) -> None:
        reply = Reply(text, finish, Usage(1, 1), "")
        key = Prompt.simple(f"x{text}{finish}").id

        async def work() -> None:
            await sent(store, "r-1", key, request=text)
            await store.calls.done(key, "r-1", reply, reply.usage, None)

        do(store, work)
        found = store.calls.find(key)
        assert found is not None
        assert found.reply == reply
        assert store.database.query("SELECT request FROM calls WHERE key = ?", (key,)) == [(text,)]

    def test_a_failed_call_keeps_its_error_and_may_be_sent_again(self, store: Store) -> None:
        async def work() -> None:
            await sent(store, "r-1", "k")
            await store.calls.failed("k", "Rejected", "too blunt")
            found = store.calls.find("k")
            assert found is not None
            assert (found.state, found.error_kind, found.error) == ("failed", "Rejected", "too blunt")
            assert await sent(store, "r-1", "k") == 1
            again = store.calls.find("k")
            assert again is not None
            assert (again.state, again.error_kind, again.error) == ("sent", None, None)

        do(store, work)

    def test_the_first_reply_stands_and_nothing_undoes_it(self, store: Store) -> None:
        async def work() -> None:
            await sent(store, "r-1", "k")
            assert await store.calls.done("k", "r-1", Reply("first"), Usage(1, 1), 0.01) == 1
            assert await store.calls.done("k", "r-2", Reply("second"), Usage(2, 2), 0.02) == 0
            assert await sent(store, "r-2", "k") == 0
            assert await store.calls.failed("k", "Rejected", "late") == 0
            store.calls.uncertain("k", "late")
            store.calls.unsent("k")
            store.calls.take_over("k", "r-2")

        do(store, work)
        store.calls.settle_lost("r-1")
        found = store.calls.find("k")
        assert found is not None
        assert found.reply is not None
        assert (found.state, found.run, found.reply.text) == ("done", "r-1", "first")
        assert store.calls.spent("r-1") == Spent(0.01, 2, 1)
        assert store.calls.spent("r-2") == Spent()


class TestBill:
    """A worked example: run B after run A."""

    def fill(self, store: Store) -> None:
        async def work() -> None:
            await paid(store, "a-1", "cached", 0.01, (100, 50))
            store.calls.used("b-1", "cached", "answerer")
            store.calls.used("b-1", "cached", "answerer")
            await paid(store, "b-1", "paid", 0.02, (200, 10))
            await sent(store, "b-1", "unsure")
            store.calls.uncertain("unsure", "no reply in time")
            await paid(store, "b-1", "unsure", 0.01, (100, 20))
            await sent(store, "b-1", "refused")
            await store.calls.failed("refused", "Rejected", "no")
            await paid(store, "b-1", "unpriced", None, (30, 3), role="judge", model="j")

        do(store, work)

    def test_spent_is_what_the_run_paid_with_uncertain_attempts_at_their_upper_bounds(
        self, store: Store
    ) -> None:
        self.fill(store)
        spent = store.calls.spent("b-1")
        assert spent.usd == pytest.approx(0.02 + 0.01 + 0.05)
        assert spent.tokens == 210 + (120 + 500) + 33
        assert spent.calls == 1 + 2 + 1
        assert store.calls.spent("a-1") == Spent(0.01, 150, 1)
        assert store.calls.spent("nobody-1") == Spent(0.0, 0, 0)

    def test_the_ledger_tells_nominal_from_paid_by_role_and_model(self, store: Store) -> None:
        self.fill(store)
        answerer, judge = store.calls.ledger("b-1")
        expected = LedgerLine(
            role="answerer",
            model="m",
            calls=4,
            made=3,
            input_tokens=400,
            output_tokens=80,
            reasoning_tokens=0,
            nominal_usd=answerer.nominal_usd,
            paid_usd=answerer.paid_usd,
            failed=1,
            uncertain=1,
        )
        assert answerer == expected
        assert answerer.nominal_usd == pytest.approx(0.04)
        assert answerer.paid_usd == pytest.approx(0.02 + 0.01 + 0.05)
        assert judge == LedgerLine("judge", "j", 1, 1, 30, 3, 0, None, 0.0, 0, 0)

    def test_a_run_without_calls_has_an_empty_ledger(self, store: Store) -> None:
        assert store.calls.ledger("a-1") == []

    def test_what_a_killed_process_left_in_flight_is_charged_at_its_upper_bound_once(
        self, store: Store
    ) -> None:
        async def work() -> None:
            await sent(store, "b-1", "lost", usd=0.05, tokens=500)
            await sent(store, "c-1", "other", usd=0.05, tokens=500)
            await paid(store, "b-1", "paid", 0.02, (200, 10))

        do(store, work)
        assert store.calls.spent("b-1") == Spent(0.02, 210, 1)
        for _ in range(2):
            store.calls.settle_lost("b-1")
            spent = store.calls.spent("b-1")
            assert (spent.tokens, spent.calls) == (710, 2)
            assert spent.usd == pytest.approx(0.07)
        lost, other = store.calls.find("lost"), store.calls.find("other")
        assert lost is not None
        assert other is not None
        assert (lost.state, other.state) == ("uncertain", "sent")

    def test_an_attempt_taken_back_before_it_was_sent_costs_nothing(self, store: Store) -> None:
        async def work() -> None:
            await sent(store, "b-1", "k")
            store.calls.unsent("k")

        do(store, work)
        store.calls.settle_lost("b-1")
        assert store.calls.spent("b-1") == Spent(0.0, 0, 0)

    def test_what_a_run_may_have_paid_stays_on_its_bill_when_another_goes_on_with_the_call(
        self, store: Store
    ) -> None:
        async def work() -> None:
            await sent(store, "a-1", "unsure")
            store.calls.uncertain("unsure", "no reply in time")
            await sent(store, "a-1", "lost")
            for key in ("unsure", "lost", "never"):
                store.calls.take_over(key, "b-1")
            await paid(store, "b-1", "unsure", 0.01, (100, 20))
            await paid(store, "b-1", "lost", 0.01, (100, 20))

        do(store, work)
        assert store.calls.spent("a-1") == Spent(0.1, 1_000, 2)
        assert store.calls.spent("b-1") == Spent(0.02, 240, 2)
        assert sum(line.uncertain for line in store.calls.ledger("a-1")) == 2

    def test_a_call_in_flight_of_a_run_that_is_being_worked_on_is_not_taken_for_lost(
        self, store: Store
    ) -> None:
        run = run_of(store)

        async def work() -> None:
            lease = store.lease(run)
            await sent(store, run, "k")
            store.calls.take_over("k", "b-1")
            await sent(store, "b-1", "k")
            await store.calls.done("k", run, Reply("first"), Usage(10, 1), 0.01)
            lease.release()

        do(store, work)
        assert store.calls.spent(run) == Spent(0.01, 11, 1)

    def test_a_call_paid_twice_by_two_processes_is_on_both_bills(self, store: Store) -> None:
        async def work() -> None:
            await sent(store, "a-1", "k")
            await sent(store, "b-1", "k")
            assert await store.calls.done("k", "a-1", Reply("first"), Usage(10, 1), 0.01) == 1
            assert await store.calls.done("k", "b-1", Reply("second"), Usage(10, 2), 0.02) == 0
            store.calls.twice("k", "b-1", 0.02, 12)

        do(store, work)
        assert store.calls.spent("a-1") == Spent(0.01, 11, 1)
        assert store.calls.spent("b-1") == Spent(0.02, 12, 1)


class TestSeals:
    PAIR = (("0", "aa"), ("1", "bb"))

    def open(self, store: Store, run: str, items: list[str], *, reuse: bool = False, **more: Any) -> Any:
        given_ = {"judge": "j", "kind": "text", "entrants": self.PAIR, **more}
        return store.seals.open(run=run, items=items, reuse=reuse, **given_)

    def test_the_same_run_continues_its_opening(self, store: Store) -> None:
        first = self.open(store, "r-1", ["g1", "g2"])
        assert (first.run, first.entrants, first.times) == ("r-1", self.PAIR, 1)
        assert self.open(store, "r-1", ["g1", "g2"]) == first
        assert reopened(store, lambda other: other.seals.of_run("r-1")) == first

    def test_the_same_run_cannot_change_its_entrants_after_opening(self, store: Store) -> None:
        self.open(store, "r-1", ["g1"])
        with pytest.raises(Sealed, match="opened its proof items with other entrants"):
            self.open(store, "r-1", ["g1"], entrants=(("0", "aa"), ("2", "cc")))

    def test_another_run_on_any_opened_group_is_refused_and_told_who_and_what_to_do(
        self, store: Store
    ) -> None:
        self.open(store, "r-1", ["g1", "g2"])
        with pytest.raises(
            Sealed, match=r"already opened by r-1 .*Add new inputs, or run with --reuse-proof"
        ):
            self.open(store, "r-2", ["g2", "g3"])
        assert store.seals.of_run("r-2") is None
        assert self.open(store, "r-3", ["g3"]).times == 1

    def test_another_judge_or_kind_or_items_are_not_touched_by_an_opening(self, store: Store) -> None:
        self.open(store, "r-1", ["g1"])
        assert self.open(store, "r-2", ["g1"], judge="other").times == 1
        assert self.open(store, "r-3", ["g1"], kind="documents").times == 1
        assert self.open(store, "r-4", ["g4"]).times == 1

    def test_reuse_counts_the_openings_and_a_refused_try_is_none(self, store: Store) -> None:
        self.open(store, "r-1", ["g1", "g2"])
        assert self.open(store, "r-2", ["g2", "g3"], reuse=True).times == 2
        with pytest.raises(Sealed):
            self.open(store, "r-3", ["g2"])
        assert self.open(store, "r-4", ["g2"], reuse=True).times == 3
        assert self.open(store, "r-4", ["g2"], reuse=True).times == 3
        before = store.seals.opened_before(judge="j", kind="text", items=["g2"])
        assert before == ["r-1", "r-2", "r-4"]

    def test_the_first_opening_may_ask_for_reuse(self, store: Store) -> None:
        assert self.open(store, "r-1", ["g1"], reuse=True).times == 1


class TestLeases:
    def test_a_held_run_is_refused_until_it_is_released(self, store: Store) -> None:
        run = run_of(store)
        lease = store.lease(run)
        with pytest.raises(Exception, match="is being worked on by"):
            reopened(store, lambda other: other.lease(run))
        lease.release()
        reopened(store, lambda other: other.lease(run))


class TestCommands:
    def test_commands_are_kept_by_target_and_kind_in_order(self, store: Store) -> None:
        store.commands.add("r-1", "propose", {"text": NASTY})
        store.commands.add("r-1", "stop")
        store.commands.add("study:x", "propose", {"n": 2})
        store.commands.add("r-1", "propose")
        found = reopened(store, lambda other: other.commands.of("r-1", "propose"))
        assert [command.arguments for command in found] == [{"text": NASTY}, {}]
        assert found[0].id < found[1].id

    def test_a_command_is_taken_once_and_never_deleted(self, store: Store) -> None:
        assert not store.commands.take("r-1", "stop")
        store.commands.add("r-1", "stop")
        assert not store.commands.take("r-2", "stop")
        assert reopened(store, lambda other: other.commands.take("r-1", "stop"))
        assert not store.commands.take("r-1", "stop")
        assert len(store.commands.of("r-1", "stop")) == 1


class TestPages:
    PAGE = StoredPage(Image("a" * 64, "image/jpeg", 640, 480), 1280, 960)

    def test_a_page_comes_back_equal_and_the_last_one_noted_stands(self, store: Store) -> None:
        before = StoredPage(Image("b" * 64, "image/png", 1, 1), 1, 1)
        for page in (before, self.PAGE, self.PAGE):
            store.pages.add("file", 3, NASTY, page)
        found = reopened(store, lambda other: other.pages.find("file", 3, NASTY))
        assert found == self.PAGE
        assert (found.image.width, found.image.height) == (640, 480)
        assert store.pages.find("file", 1, NASTY) is None

    @EXAMPLES
    @given(lines=st.lists(TEXTS, max_size=3))
    @example(lines=[NASTY, LONG])
    def test_a_reading_comes_back_equal(self, store: Store, lines: list[str]) -> None:
        store.pages.add_reading("blob", "engine", {"lines": lines, "box": [0.5, None]})
        read = reopened(store, lambda other: other.pages.reading("blob", "engine"))
        assert read == {"lines": lines, "box": [0.5, None]}
        assert store.pages.reading("blob", "another") is None


class TestScores:
    @EXAMPLES
    @given(answer=TEXTS, part=TEXTS, score=st.none() | st.floats(0, 1))
    @example(answer=LONG + NASTY, part=NASTY, score=None)
    def test_a_score_comes_back_equal(
        self, store: Store, answer: str, part: str, score: float | None
    ) -> None:
        row = ScoreRow("1.01:p1", "item", "search", answer, score, {"cer": 0.1, "exact": False}, part, 2)
        run = Prompt.simple(f"x{answer}|{part}|{score}").id
        store.scores.add(run, "judge", row)
        assert reopened(store, lambda other: other.scores.of_run(run)) == [row]

    def test_scores_come_by_entrant_item_and_part_and_may_be_noted_again(self, store: Store) -> None:
        rows = [
            ScoreRow(entrant, item, "proof", "a", 1.0, {}, part)
            for entrant in ("1.01:first", "1.01:p1")
            for item in ("i1", "i2")
            for part in ("", "city")
        ]
        for _ in range(2):
            for row in reversed(rows):
                store.scores.add("r-1", "judge", row)
        store.scores.add("r-2", "judge", rows[0])
        assert reopened(store, lambda other: other.scores.of_run("r-1")) == rows
        assert store.scores.of_entrant("r-1", "1.01:p1") == rows[4:]
        assert store.scores.of_entrant("r-1", "nobody") == []

    def test_of_two_scores_of_one_answer_the_last_stands(self, store: Store) -> None:
        for score in (0.25, 0.75):
            store.scores.add("r-1", "judge", ScoreRow("e", "i", "search", "a", score))
        assert [row.score for row in store.scores.of_run("r-1")] == [0.75]

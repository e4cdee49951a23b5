"""People as judge: pairs are written to a file without names, votes are read back from it.

The file is JSON Lines or CSV (by its ending) with one row per pair and voter:

=============  =====================================================================================
``id``         key of the pair; never edit it
``input``      the item's fields: an object in JSON Lines, columns ``input.<field>`` in CSV
``response_a`` the response shown first on this row
``response_b`` the other one
``winner``     ``a``, ``b`` or ``tie``; empty until somebody has voted
``voter``      who voted; may stay empty
=============  =====================================================================================

Which response is called a follows from a hash, and rows are sorted by their key, so that nothing in the file
tells the entrants apart. Several people vote by adding rows with the same ``id``. Votes are found by ``id``
alone: what a spreadsheet does to the texts does no harm.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from assay.judges.votefile import CHOICES, VoteRow, append_rows, read_rows
from assay.records import Item, JudgeTraits, Side, Verdict, Winner, digest

HUMAN_VERSION = 1


@dataclass(frozen=True, slots=True)
class PendingPair:
    """Two responses that nobody has voted on.

    Attributes:
        id: key of the pair: hash of the item and of the two texts in either order.
        fields: the item's texts.
        response_a, response_b: the two texts in the order they are to be shown.
    """

    id: str
    fields: Mapping[str, str]
    response_a: str
    response_b: str


class HumanJudge:
    """A judge that looks its verdicts up among people's votes; implements :class:`assay.records.Judge`.

    The choice with most votes on a pair wins; where the highest count is shared the verdict is a tie. A later
    row of the same named voter replaces the earlier one. Two equal responses tie without a vote.

    Args:
        path: file of votes, ``.jsonl`` or ``.csv``; may be missing at first.
        name: who judges. Votes of other people are another judge, so name them apart.

    Attributes:
        id: hash of the name and of the rule above. The votes are not part of it: they come in while a run
            waits.
        name: who judges.
        traits: sees no order that could matter to a study.

    Raises:
        DataError: every row of the file that cannot be used.
    """

    traits = JudgeTraits(ordered=False)

    def __init__(self, path: Path, name: str = "human") -> None:
        self.path = path
        self.name = name
        self.id = digest(["human", HUMAN_VERSION, name])
        self._votes = _votes(path)
        self._pending: dict[str, PendingPair] = {}

    @property
    def pending(self) -> tuple[PendingPair, ...]:
        """The pairs asked for and not voted on, sorted by key."""
        return tuple(self._pending[key] for key in sorted(self._pending))

    async def compare(
        self,
        item: Item,
        one: str,
        two: str,
        *,
        shown_first: Side,  # noqa: ARG002  (the protocol's; people see the order of the file)
        repeat: int = 0,
    ) -> Verdict:
        """Look up the vote on two responses, or note that it is wanted.

        Args:
            item: what both responses answer.
            one: the first response, as people are to see it.
            two: the second response.
            shown_first: without effect: the order people see is in the file.
            repeat: only handed on to the verdict.

        Returns:
            The verdict; ``unparsed`` with the reason "awaiting a vote" where there is none.
        """
        if one == two:
            return Verdict("tie", None, "the responses are equal", repeat, "identical")
        pair = pending_pair(item, one, two)
        votes = self._votes.get(pair.id)
        if not votes:
            self._pending[pair.id] = pair
            return Verdict("unparsed", None, "awaiting a vote", repeat, "human")
        choice = _elected(votes)
        winner: Winner = "tie"
        if choice != "tie":
            winner = "one" if (choice == "a") == (pair.response_a == one) else "two"
        reason = f"{votes.total()} vote{'s' if votes.total() != 1 else ''}"
        if votes.total() > 1:
            a_is, b_is = ("one", "two") if pair.response_a == one else ("two", "one")
            reason += f": {votes['a']} for {a_is}, {votes['b']} for {b_is}, {votes['tie']} for a tie"
        return Verdict(winner, None, reason, repeat, "human")

    def write_pending(self, path: Path | None = None) -> int:
        """Add the pending pairs to a file for people to fill in.

        Rows that are there already stay as they are, filled or not.

        Args:
            path: the file; the judge's own where None.

        Returns:
            How many rows were added.

        Raises:
            DataError: the file that is there cannot be read.
        """
        target = path or self.path
        known = {row.id for row in read_rows(target)} if target.exists() else set()
        new = [pair for pair in self.pending if pair.id not in known]
        if new:
            append_rows(target, [VoteRow(it.id, it.fields, it.response_a, it.response_b) for it in new])
        return len(new)


def pending_pair(item: Item, one: str, two: str) -> PendingPair:
    """A pair under its key, in the order a person is to see it, whichever way round it came."""
    first, second = sorted((one, two))
    key = digest([item.id, first, second])
    # The key's last bit is as good as a coin and the same in every run.
    if int(key[-1], 16) % 2:
        first, second = second, first
    return PendingPair(key, dict(item.fields), first, second)


def _votes(path: Path) -> dict[str, Counter[str]]:
    """How often each choice was made, by pair; rows still empty do not count."""
    ballots: dict[str, dict[str, str]] = {}
    for number, row in enumerate(read_rows(path) if path.exists() else []):
        if row.winner:
            voter = row.voter or f"row {number} without a voter"
            ballots.setdefault(row.id, {})[voter] = row.winner
    return {key: Counter(by_voter.values()) for key, by_voter in ballots.items()}


def _elected(votes: Counter[str]) -> str:
    """The choice with most votes; ``tie`` where the highest count is shared."""
    most = max(votes.values())
    leaders = [choice for choice in CHOICES if votes[choice] == most]
    return leaders[0] if len(leaders) == 1 else "tie"

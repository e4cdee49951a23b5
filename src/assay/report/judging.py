"""How healthy the judge of a run looks: what stands beside every result."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from assay.records import UNJUDGED, Match, Response, Verdict, Winner
from assay.report.pairs import ResponseKey
from assay.stats.lengths import length_preference
from assay.stats.proportion import Proportion, clopper_pearson, wilson
from assay.stats.sign import position_bias
from assay.stats.winrates import Winrate, winrate_of


@dataclass(frozen=True, slots=True)
class JudgeHealth:
    """Figures on a run's verdicts; a share is None where nothing was there to count.

    Attributes:
        verdicts: verdicts asked for and answered.
        ties: share of ties among readable verdicts.
        unparsed: share of verdicts that could not be read.
        shown_first: share of decided verdicts won by the response shown first; half is no bias.
        bias_p: exact two-sided p-value of "neither place is preferred", or None.
        same_in_both_orders: share of matches judged in both orders, both readable, with equal verdicts.
        longer: share of decided matches won by the longer response, as the judge saw it.
        self_play: winrate of different samples of one prompt against each other; must be near one half.
    """

    verdicts: int
    ties: Proportion | None
    unparsed: Proportion | None
    shown_first: Proportion | None
    bias_p: float | None
    same_in_both_orders: Proportion | None
    longer: Proportion | None
    self_play: Winrate | None


def judge_health(matches: Sequence[Match], responses: Mapping[ResponseKey, Response]) -> JudgeHealth:
    """Count a run's verdicts.

    Args:
        matches: of every stage; self-play counts for all figures, since the judge does not know of it.
        responses: by entrant, item and sample.
    """
    judged = [match for match in matches if not any(it.source in UNJUDGED for it in match.verdicts)]
    verdicts = [verdict for match in judged for verdict in match.verdicts]
    readable = [verdict for verdict in verdicts if verdict.winner != "unparsed"]
    decided = [verdict for verdict in readable if verdict.winner != "tie" and verdict.shown_first]
    first = sum(verdict.winner == verdict.shown_first for verdict in decided)
    own = [match for match in matches if match.one == match.two]
    return JudgeHealth(
        verdicts=len(verdicts),
        ties=_share(sum(verdict.winner == "tie" for verdict in readable), len(readable)),
        unparsed=_share(len(verdicts) - len(readable), len(verdicts)),
        # Exact, so that interval and p-value agree on whether half is in doubt.
        shown_first=clopper_pearson(first, len(decided)) if decided else None,
        bias_p=position_bias(first, len(decided) - first) if decided else None,
        same_in_both_orders=_consistency(judged),
        longer=_longer(judged, responses),
        self_play=_self_play(own),
    )


def _share(count: int, n: int) -> Proportion | None:
    return wilson(count, n) if n else None


def _self_play(matches: Sequence[Match]) -> Winrate | None:
    return winrate_of(matches[0].one, matches) if matches else None


def _consistency(matches: Iterable[Match]) -> Proportion | None:
    both = [match.verdicts for match in matches if match.complete and _both_orders(match.verdicts)]
    same = sum(len({verdict.winner for verdict in verdicts}) == 1 for verdicts in both)
    return _share(same, len(both))


def _both_orders(verdicts: Iterable[Verdict]) -> bool:
    return {verdict.shown_first for verdict in verdicts} >= {"one", "two"}


def _longer(matches: Iterable[Match], responses: Mapping[ResponseKey, Response]) -> Proportion | None:
    """One verdict a match, since its two orders are not independent."""
    judged: list[tuple[int, int, Winner]] = []
    for match in matches:
        one = responses.get((match.one, match.item, match.sample_one))
        two = responses.get((match.two, match.item, match.sample_two))
        if match.outcome is not None and one is not None and two is not None:
            winner: Winner = "tie" if match.outcome == 0.5 else "one" if match.outcome > 0.5 else "two"
            judged.append((len(one.shown), len(two.shown), winner))
    return length_preference(judged)

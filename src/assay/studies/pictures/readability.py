"""Whether the critic can be read: a run that learns nothing of its pictures stops while little is spent."""

from assay.errors import Denied, JudgeUnusable
from assay.search.pictures import LoopResult
from assay.stats.proportion import clopper_pearson

_ENOUGH = 20
"""Pictures looked at before anything is concluded."""
_SURE = 0.99
_UNTOLD = "it could not tell anything"


class Readability:
    """Counts the pictures a critic looked at, and those on which it could not be read.

    Where the generator rejects every prompt, nothing is learnt either.

    Attributes:
        faults: by the call that made the picture, why the critic could not be read; empty where it could.
    """

    def __init__(self) -> None:
        self.faults: dict[str, str] = {}
        self._rejected = 0
        self._made = 0

    def count(self, result: LoopResult, allowed: float) -> None:
        """Count the pictures of a loop.

        Requests end in any order, so that only a share that chance does not explain stops the run.

        Args:
            result: what a procedure did with a request.
            allowed: share of unreadable looks that is allowed, in [0, 1].

        Raises:
            JudgeUnusable: the critic could not be read on more.
            Denied: the generator rejected everything so far.
        """
        self._count_rejected(result)
        for shot in result.shots:
            if shot.look is not None:
                self.faults[shot.picture.call] = (
                    _UNTOLD if shot.look.score is None and not shot.look.fault else shot.look.fault
                )
        unread = [fault for fault in self.faults.values() if fault]
        looked = len(self.faults)
        if looked >= _ENOUGH and clopper_pearson(len(unread), looked, confidence=_SURE).low > allowed:
            raise JudgeUnusable(
                f"the critic could not be read on {len(unread)} of {looked} pictures, more than the share "
                f"'evaluate.max_unparsed' ({allowed:g}) allows, and nothing is learnt from pictures nobody "
                f"can judge. Last: {unread[-1][:300]}. Name another critic or another way to describe, or "
                "change its template; pictures that were made are not paid again"
            )

    def _count_rejected(self, result: LoopResult) -> None:
        """Stop where no prompt at all brought a picture: the fault is not in the prompts."""
        shots = list(result.shots)
        rejected = [shot for shot in shots if shot.picture.image is None and not shot.picture.call]
        self._rejected += len(rejected)
        self._made += len(shots) - len(rejected)
        if rejected and not self._made and self._rejected >= _ENOUGH:
            raise Denied(
                f"the generator rejected all of {self._rejected} prompts. Last: "
                f"{(rejected[-1].picture.blocked or '')[:300]}"
            )

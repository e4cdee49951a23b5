"""A critic in one step: a model sees the picture and the request, and says what is missing."""

from dataclasses import replace

from assay.judges.pictures.captions import verdict_of
from assay.judges.pictures.critic import Voice, shown
from assay.judges.pictures.replies import READER_VERSION, between, tell
from assay.records import Image, digest
from assay.records.looks import Look


def seen_verdict_of(text: str) -> Look:
    """A structured verdict with a description before it.

    Raises:
        Unread: a tag that is not there exactly once, or holds something else.
    """
    return replace(verdict_of(text), text=" ".join(between(text, "description").split()))


class LookingCritic:
    """A model that sees both the picture and what was asked for.

    Args:
        viewer: looks and says.
    """

    def __init__(self, viewer: Voice) -> None:
        self._viewer = viewer
        self.id = digest(["look", READER_VERSION, viewer.identity])

    async def look(self, request: str, image: Image) -> Look:
        """See :class:`assay.judges.pictures.critic.Critic`."""
        told = await tell(self._viewer, shown(self._viewer, image, {"request": request}), seen_verdict_of)
        if told.value is None:
            return Look(fault=told.fault, calls=told.calls)
        return replace(told.value, calls=told.calls)

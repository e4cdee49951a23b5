"""A judge that sees two pictures: which of them shows what was asked for?"""

from collections.abc import Mapping

from assay.judges.labels import PARSER_VERSION, LabelContract, neutralise, read
from assay.judges.pictures.critic import Voice
from assay.judges.pictures.replies import READER_VERSION, Unread, tell
from assay.prompts.template import render
from assay.records import Image, Item, JudgeTraits, Message, Part, Side, Verdict, Winner, digest

_UNFLIPPED: Mapping[Winner, Winner] = {"one": "two", "two": "one", "tie": "tie"}
_ONE, _TWO = "{picture_one}", "{picture_two}"


class PairJudge:
    """Compares pictures; implements :class:`assay.records.Judge` on the hashes of their blobs.

    Args:
        viewer: a model that sees two pictures at once; its prompt takes ``{request}``, ``{picture_one}`` and
            ``{picture_two}``, where the pictures go.
        images: pictures by the hash of their blob; may grow while the judge is used.
    """

    traits = JudgeTraits(ordered=True)
    name = "pairs of pictures"

    def __init__(self, viewer: Voice, images: Mapping[str, Image]) -> None:
        self._viewer = viewer
        self._images = images
        self._contract = LabelContract()
        self.id = digest(["pairs", READER_VERSION, PARSER_VERSION, viewer.identity])

    async def compare(self, item: Item, one: str, two: str, *, shown_first: Side, repeat: int = 0) -> Verdict:
        """Compare two pictures, named by their blobs; see :class:`assay.records.Judge`."""
        shown = (one, two) if shown_first == "one" else (two, one)
        messages = self._messages(item.fields["request"], self._images[shown[0]], self._images[shown[1]])
        told = await tell(self._viewer, messages, self._read, repeat)
        call = told.calls[-1] if told.calls else None
        if told.value is None:
            return Verdict("unparsed", shown_first, f"Not read: {told.fault}. {told.text}", repeat, call=call)
        winner = told.value if shown_first == "one" else _UNFLIPPED[told.value]
        return Verdict(winner, shown_first, told.text, repeat, call=call)

    def _read(self, text: str) -> Winner:
        reading = read(text, self._contract)
        if reading.winner is None:
            labels = ", ".join(self._contract.written(word) for word in self._contract.words)
            raise Unread(f"{reading.fault}; end with exactly one of {labels}")
        return reading.winner

    def _messages(self, request: str, first: Image, second: Image) -> tuple[Message, ...]:
        """Every turn with the pictures in their places."""
        told = {"request": neutralise(request, self._contract)}
        made = []
        for turn in self._viewer.prompt.turns:
            # The places are found before the request is put in: it may hold their names itself.
            parts = _parts(turn.template, {_ONE: first, _TWO: second})
            texts = tuple(render(part, told) if isinstance(part, str) else part for part in parts)
            plain = texts[0] if len(texts) == 1 and isinstance(texts[0], str) else texts
            if turn.role == "assistant" and isinstance(plain, str):
                plain = plain.rstrip()  # providers refuse a prefill that ends in white space
            if plain:
                made.append(Message(turn.role, plain))
        return tuple(made)


def _parts(template: str, pictures: Mapping[str, Image]) -> tuple[Part, ...]:
    """A template cut at the places of pictures."""
    found: list[Part] = [template]
    for mark, image in pictures.items():
        cut: list[Part] = []
        for part in found:
            if not isinstance(part, str):
                cut.append(part)
                continue
            before, *after = part.split(mark)
            cut.append(before)
            for text in after:
                cut += [image, text]
        found = cut
    return tuple(part for part in found if not isinstance(part, str) or part.strip())

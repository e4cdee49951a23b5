"""What a study of pictures found, as the library, the command line and scripts see it."""

import base64
import html
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from assay.api.result import Cost

_SMALL = 256


@dataclass(frozen=True)
class MadePicture:
    """One picture that was made.

    Attributes:
        prompt: what the generator was asked for.
        cycle, place: where it stands among those of its request, from 0.
        seed: it was drawn with.
        path: its file; None where the generator gave none.
        media_type: of the file.
        width, height: in pixels.
        blocked: why it does not count, or None.
        score: the critic's, in [0, 1]; None where there is none.
        matches: whether the critic says that it shows what was asked for; None where it did not say.
        shows: what the critic saw in it.
        missing: what was asked for and is not there.
        measures: metrics by name.
    """

    prompt: str
    cycle: int
    place: int
    seed: int
    path: Path | None
    media_type: str
    width: int
    height: int
    blocked: str | None
    score: float | None
    matches: bool | None
    shows: str
    missing: tuple[str, ...]
    measures: Mapping[str, float | None]

    @property
    def data(self) -> bytes:
        """The bytes of the file; none where there is no picture."""
        return self.path.read_bytes() if self.path is not None else b""

    def to_data(self) -> dict[str, Any]:
        """JSON form, without the bytes."""
        return {
            "prompt": self.prompt,
            "cycle": self.cycle,
            "place": self.place,
            "seed": self.seed,
            "path": str(self.path) if self.path is not None else None,
            "blocked": self.blocked,
            "score": self.score,
            "matches": self.matches,
            "missing": list(self.missing),
            "measures": dict(self.measures),
        }


@dataclass(frozen=True)
class MadeCycle:
    """One prompt of the loop with its pictures.

    Attributes:
        number: from 0, which is the request itself.
        prompt: what the generator was asked for.
        pictures: in order.
        tokens, limit: of the prompt for the generator; None where nobody can tell. More tokens than the limit
            means that the generator did not read the end.
        fault: why the rewriter's reply could not be used, or empty.
        stops: why the loop stops after this cycle, or would have; empty where it goes on.
    """

    number: int
    prompt: str
    pictures: tuple[MadePicture, ...]
    tokens: int | None
    limit: int | None
    fault: str
    stops: str

    @property
    def cut(self) -> bool:
        """Whether the generator did not read the end of the prompt."""
        return self.tokens is not None and self.limit is not None and self.tokens > self.limit

    @property
    def best(self) -> MadePicture | None:
        """The picture the critic scored highest, the first of equals; None where all are blocked."""
        usable = [it for it in self.pictures if it.blocked is None and it.path is not None]
        return max(usable, key=lambda it: -1.0 if it.score is None else it.score, default=None)

    def to_data(self) -> dict[str, Any]:
        """JSON form."""
        told = {"number": self.number, "prompt": self.prompt, "tokens": self.tokens, "limit": self.limit}
        pictures = [it.to_data() for it in self.pictures]
        return {**told, "fault": self.fault, "stops": self.stops, "pictures": pictures}


@dataclass(frozen=True)
class RequestResult:
    """What became of one request.

    Attributes:
        request: the user's own prompt.
        prompt: the prompt of the picture chosen; None where every picture is blocked.
        chosen: the picture chosen among all that the loop made; None where every picture is blocked.
        control: the one chosen, in the same way, among as many pictures of the unchanged prompt; None where
            there was no control, or every picture of it is blocked.
        stopped: cycle after which the loop stopped or would have; None where nothing stopped it.
        how: how the picture was chosen.
        cycles: of the loop, in order.
        labels: by what results are split.
    """

    request: str
    prompt: str | None
    chosen: MadePicture | None
    control: MadePicture | None
    stopped: int | None
    how: str
    cycles: tuple[MadeCycle, ...]
    labels: Mapping[str, str] = field(default_factory=dict)

    def to_data(self) -> dict[str, Any]:
        """JSON form."""
        return {
            "request": self.request,
            "prompt": self.prompt,
            "chosen": self.chosen.to_data() if self.chosen else None,
            "control": self.control.to_data() if self.control else None,
            "stopped": self.stopped,
            "how": self.how,
            "cycles": [it.to_data() for it in self.cycles],
        }


@dataclass(frozen=True)
class ImageResult:
    """What the loop brought for one request.

    Attributes:
        run: id of the run.
        result: the request with its cycles, pictures and control.
        path: file of the picture chosen; None where every picture is blocked.
        cost: what it cost.
        calls_made: calls this run sent.
        calls_cached: calls it found already paid.
        report: the gallery's first page, or None where none was written.
        details: everything the outcome holds.
    """

    run: str
    result: RequestResult
    path: Path | None
    cost: Cost
    calls_made: int
    calls_cached: int
    report: Path | None
    details: dict[str, Any]

    @property
    def request(self) -> str:
        """The user's own prompt."""
        return self.result.request

    @property
    def prompt(self) -> str | None:
        """The prompt of the picture chosen."""
        return self.result.prompt

    @property
    def score(self) -> float | None:
        """The critic's score of the picture chosen, in [0, 1]."""
        return self.result.chosen.score if self.result.chosen else None

    @property
    def cycles(self) -> tuple[MadeCycle, ...]:
        """The loop's cycles."""
        return self.result.cycles

    @property
    def control(self) -> MadePicture | None:
        """The picture chosen among as many of the unchanged prompt."""
        return self.result.control

    @property
    def gallery(self) -> Path | None:
        """The page of the report that shows every picture of the request; None where none was written."""
        if self.report is None:
            return None
        return next(self.report.parent.glob("requests/*/index.html"), self.report)

    @property
    def data(self) -> bytes:
        """The bytes of the picture chosen; none where there is no picture."""
        return self.path.read_bytes() if self.path is not None else b""

    def to_data(self) -> dict[str, Any]:
        """JSON form, the shape scripts rely on."""
        return {
            "run": self.run,
            "path": str(self.path) if self.path else None,
            "score": self.score,
            **self.result.to_data(),
            "cost": self.cost.to_data(),
            "calls": {"made": self.calls_made, "cached": self.calls_cached},
            "report": str(self.report) if self.report else None,
        }

    def _repr_html_(self) -> str:
        """What a notebook shows."""
        shown = [("chosen", self.result.chosen), ("best of the unchanged prompt", self.control)]
        figures = "".join(_figure(name, it) for name, it in shown if it is not None)
        return f"<p><strong>{html.escape(self.request)}</strong></p>{figures}"


@dataclass(frozen=True)
class ImagesResult:
    """What a study of pictures found.

    Attributes:
        run: id of the run.
        outcome: of the loop against as many pictures of the unchanged prompts, in the metric that decides:
            ``proven``, ``not proven`` or ``worse``; ``not compared`` without a control.
        main: the metric that decides.
        requests: what became of each.
        cost: what it cost.
        calls_made: calls this run sent.
        calls_cached: calls it found already paid.
        report: the report's first page, or None where none was written; tables lie beside it.
        details: everything the outcome holds: comparisons, ablations, means by cycle, stopping.
    """

    run: str
    outcome: str
    main: str
    requests: tuple[RequestResult, ...]
    cost: Cost
    calls_made: int
    calls_cached: int
    report: Path | None
    details: dict[str, Any]

    @property
    def comparisons(self) -> list[dict[str, Any]]:
        """The loop against its controls, in every metric; see :class:`assay.proof.pictures.Comparison`."""
        return list(self.details["comparisons"])

    @property
    def ablations(self) -> list[dict[str, Any]]:
        """Every ablation against the study's own loop."""
        return list(self.details["variants"])

    def to_data(self) -> dict[str, Any]:
        """JSON form, the shape scripts rely on."""
        found = ("comparisons", "by_cycle", "stopping", "totals", "sets")
        return {
            "run": self.run,
            "outcome": self.outcome,
            "main": self.main,
            **{name: self.details[name] for name in found},
            "ablations": self.ablations,
            "requests": [_brief(it) for it in self.requests],
            "cost": self.cost.to_data(),
            "calls": {"made": self.calls_made, "cached": self.calls_cached},
            "report": str(self.report) if self.report else None,
        }


def _brief(it: RequestResult) -> dict[str, Any]:
    return {name: value for name, value in it.to_data().items() if name != "cycles"}


def _figure(name: str, it: MadePicture) -> str:
    told = f"{name}, score {it.score:.2f}" if it.score is not None else name
    source = f"data:{it.media_type};base64,{base64.b64encode(it.data).decode('ascii')}"
    size = f"width:{_SMALL}px;image-rendering:pixelated" if it.width < _SMALL else "max-width:512px"
    return (
        f"<figure style='display:inline-block;margin:0 1em 1em 0'><img src='{html.escape(source)}' "
        f"alt='{html.escape(name)}' style='{size}'><figcaption>{html.escape(told)}<br>"
        f"<code>{html.escape(it.prompt)}</code></figcaption></figure>"
    )

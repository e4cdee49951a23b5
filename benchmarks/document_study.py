"""Does a study of documents better the prompts that can be bettered, keep the others, and show what holds?

15 segments of 200 drawn documents, ``sim/reader`` as the answering model, five advisors, a cap on calls.
Three segments begin with a prompt that is the best already, two are printed so that the OCR engine misreads
them. Counted: calls against the cap; how much of the first prompts' excess over the OCR floor is left on the
sealed documents; whether the three are returned unchanged; and how many of the intervals shown hold on fresh
documents that no part of the study saw. Everything asked is a simulation; see ``docs/simulations.md``.

Run as ``python benchmarks/document_study.py [--folder F] [--seeds 1 2 3] [--fresh 1000] [--processes 2]``.
Reading the pages takes longest, some 20 minutes of CPU; a folder that is kept is not read again.
"""

import argparse
import asyncio
import csv
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean

import yaml
from drawn_documents import ENGINE, FAINT, blobs_of, draw, load, read_pages
from measuring import cpu_s, say, verdict

from assay.api.document_runs import DocumentResult, FieldResult, document_result_of, run_document_study
from assay.api.running import report_folder
from assay.data.collections import CollectedPrompt, write_collection
from assay.data.result_names import optimal_file
from assay.drawing.documents import FIELDS, DrawnField
from assay.judges.fields import measure_field
from assay.models.embedded import make
from assay.models.embedded.reader_truth import best_prompt, ideal_reading
from assay.models.ocr import Reading, make_ocr
from assay.prompts.template import render_prompt
from assay.records import Item, Prompt, Request
from assay.report.html import write_report
from assay.store import Store
from assay.studies.documents.reading import PageReader
from assay.studies.documents.stage import with_pages
from assay.studies.documents.study import DocumentStudy
from assay.studies.stage import Options

DOCUMENTS = {"invoice": 67, "card": 67, "form": 66}
BEST = ("invoice total", "card holder", "form birth date")
ADVISORS = (
    "sim/field-advisor-strong?seed=1",
    "sim/field-advisor-strong?seed=2",
    "sim/field-advisor?seed=3",
    "sim/field-advisor?seed=4",
    "sim/field-advisor-poor?seed=5",
)
ROUNDS = 3
CALLS = 10_000
MOST_LEFT = 0.5
Interval = tuple[float, float]


@dataclass(frozen=True)
class Field:
    """A segment after a run.

    Attributes:
        found: what the run says of it.
        floor, floor_clipped: mean CER per sealed item of what the OCR read, as it is and at most 1 each.
        first_clipped, returned_clipped: the same of the first prompt and of the one returned.
        held_out: interval of the returned prompt's clipped CER on sealed documents.
        searched: the same on search documents, as the table of optimal prompts has it.
        fresh: mean clipped CER of the returned prompt on fresh documents.
        gain: of the candidate over the first prompt on fresh documents, and the interval that was shown.
    """

    found: FieldResult
    floor: float
    floor_clipped: float
    first_clipped: float
    returned_clipped: float
    held_out: Interval
    searched: Interval
    fresh: float
    gain: tuple[float, Interval] | None

    @property
    def excess(self) -> tuple[float, float]:
        """Excess of CER over the floor, of the first prompt and of the one returned."""
        return (self.found.first_cer or 0.0) - self.floor, (self.found.held_out_cer or 0.0) - self.floor

    @property
    def excess_clipped(self) -> tuple[float, float]:
        """The same of the clipped CER."""
        return self.first_clipped - self.floor_clipped, self.returned_clipped - self.floor_clipped


def first_prompts(folder: Path, seed: int) -> str:
    """Write the table of first prompts: plain questions, and the best ones of three segments."""
    rows = [
        CollectedPrompt(key, best_prompt(seed, it) if key in BEST else it.question)
        for (doc_class, question_type), it in FIELDS.items()
        for key in [f"{doc_class} {question_type}"]
    ]
    name = f"first-{seed}.csv"
    write_collection(folder / name, rows, overwrite=True)
    return name


def write_study(folder: Path, seed: int) -> str:
    """Write the study of one seed."""
    study = {
        "name": f"bench-{seed}",
        "kind": "documents",
        "documents": {"annotation": "annotation.csv"},
        "prompt": first_prompts(folder, seed),
        "models": {"answerers": [f"sim/reader?seed={seed}"], "advisors": list(ADVISORS)},
        "search": {"rounds": ROUNDS},
        "caps": {"calls": CALLS},
        "seed": seed,
    }
    name = f"study-{seed}.yaml"
    (folder / name).write_text(yaml.safe_dump(study), encoding="utf-8")
    return name


class World:
    """The documents of the study and the fresh ones, every page read."""

    def __init__(self, home: Path, fresh: int, processes: int) -> None:
        self.study, self._fresh = home / "documents", home / "fresh"
        draw(self.study, DOCUMENTS, seed=21)
        draw(self._fresh, _spread(fresh), seed=22)
        (home / ".assay").mkdir(exist_ok=True)
        url = f"sqlite:///{home}/.assay/assay.db"
        with Store(url) as store:
            blobs = [blob for folder in (self.study, self._fresh) for blob in blobs_of(load(folder, store))]
        read_pages(url, blobs, processes)
        self.store = Store(url)
        self.fresh = load(self._fresh, self.store).items
        self._reader, self._engine = PageReader(self.store, ENGINE), make_ocr(ENGINE).id

    def floor(self, items: Iterable[Item]) -> list[float]:
        """CER of what the OCR read, by item."""
        return [
            measure_field(item.reference or "", ideal_reading(self._read(item), _field(item))).cer
            for item in items
        ]

    def ask(self, answerer: str, prompt: Prompt, key: str) -> list[float]:
        """Clipped CER of a model's answers to a prompt about every fresh document."""
        return asyncio.run(self._ask(answerer, prompt, self.fresh[key]))

    async def _ask(self, answerer: str, prompt: Prompt, items: Sequence[Item]) -> list[float]:
        chat = make(answerer, read_page=self._reader.read)
        found = []
        for item in items:
            messages = with_pages(render_prompt(prompt, item.fields), item.images)
            reply = await chat.send(Request(chat.id, messages))
            found.append(min(1.0, measure_field(item.reference or "", reply.text).cer))
        await chat.close()
        return found

    def _read(self, item: Item) -> Reading:
        return self._reader.read(item.images[0].blob)


def _spread(documents: int) -> dict[str, int]:
    return {name: (documents + place) // 3 for place, name in enumerate(DOCUMENTS)}


def _field(item: Item) -> DrawnField:
    return FIELDS[item.fields["doc_class"], item.fields["question_type"]]


def fields_of(world: World, study: DocumentStudy, result: DocumentResult) -> Iterator[Field]:
    """Every segment of a run, checked on fresh documents."""
    table = report_folder(world.store, result.run) / optimal_file(result.fields[0].answerer)
    with table.open(encoding="utf-8-sig", newline="") as file:
        rows = {row["doc type question type"]: row for row in csv.DictReader(file)}
    for it, claim in zip(result.fields, result.details["claims"], strict=True):
        sealed = [item for item in study.items[it.segment] if study.side(item) == "proof"]
        floor = world.floor(sealed)
        asked = {"returned": world.ask(it.answerer, it.prompt, it.segment)}
        gain = None
        if it.candidate is not None and claim["gain"]:
            first = world.ask(it.answerer, study.draft.first[it.segment], it.segment)
            candidate = world.ask(it.answerer, it.candidate, it.segment)
            gain = (fmean(first) - fmean(candidate), (claim["gain"]["low"], claim["gain"]["high"]))
        yield Field(
            found=it,
            floor=fmean(floor),
            floor_clipped=fmean(min(1.0, cer) for cer in floor),
            first_clipped=claim["first_held_out"]["clipped"]["mean"],
            returned_clipped=claim["returned_held_out"]["clipped"]["mean"],
            held_out=(it.low or 0.0, it.high or 0.0),
            searched=(float(rows[it.segment]["low"]), float(rows[it.segment]["high"])),
            fresh=fmean(asked["returned"]),
            gain=gain,
        )


def holds(interval: Interval, value: float) -> bool:
    """Whether an interval contains a value."""
    return interval[0] <= value <= interval[1]


def show(fields: Sequence[Field]) -> None:
    """Print one line for each segment."""
    say("| segment | outcome | first | returned | floor | excess left | fresh | held out | search | by |")
    say("|" + "---|" * 10)
    for it in fields:
        say("| " + " | ".join(_cells(it)) + " |")


def _cells(it: Field) -> list[str]:
    found, (before, after) = it.found, it.excess
    mark = " (best)" if found.segment in BEST else ""
    mark = " (faint)" if found.segment.partition(" ")[2] in FAINT else mark
    return [
        f"{found.segment}{mark}",
        found.outcome if found.candidate else "unchanged",
        *(f"{value or 0.0:.3f}" for value in (found.first_cer, found.held_out_cer, it.floor)),
        f"{after / before:.2f}" if before else "",
        f"{it.fresh:.3f}",
        *(_interval(each, it.fresh) for each in (it.held_out, it.searched)),
        found.advisor or "",
    ]


def _interval(shown: Interval, value: float) -> str:
    return f"{shown[0]:.3f} to {shown[1]:.3f}{'' if holds(shown, value) else ' MISSED'}"


def left(fields: Sequence[Field], *, clipped: bool) -> float:
    """Share of the first prompts' excess over the floor that is left, all sealed items together."""
    pairs = [(it.excess_clipped if clipped else it.excess, it.found.held_out_n) for it in fields]
    first, returned = (sum(pair[place] * n for pair, n in pairs) for place in (0, 1))
    return returned / first


def judge(seed: int, result: DocumentResult, fields: Sequence[Field]) -> None:
    """Print what was aimed at and what was reached."""
    say(f"seed {seed}: {result.outcome}; {result.reason}")
    # A folder that was kept has answers of earlier runs; the cap is for all that would be asked without them.
    verdict("calls made and cached", result.calls_made + result.calls_cached, CALLS)
    verdict("excess left, raw CER, all 15", left(fields, clipped=False), MOST_LEFT)
    verdict("excess left, clipped CER, all 15", left(fields, clipped=True), MOST_LEFT)
    others = [it for it in fields if it.found.segment not in BEST]
    verdict("excess left, raw CER, without the 3 best", left(others, clipped=False), MOST_LEFT)
    above = [it.found.segment for it in others if it.excess[1] > MOST_LEFT * it.excess[0]]
    say(f"segments with more than half left: {', '.join(above) or 'none'}")
    verdict("best ones changed", sum(it.found.changed for it in fields if it.found.segment in BEST), 0)
    for name, missed, of in (
        ("held-out CER", sum(not holds(it.held_out, it.fresh) for it in fields), len(fields)),
        ("search CER", sum(not holds(it.searched, it.fresh) for it in fields), len(fields)),
        (
            "gain",
            sum(not holds(it.gain[1], it.gain[0]) for it in fields if it.gain),
            sum(it.gain is not None for it in fields),
        ),
    ):
        say(f"intervals of the {name} without the fresh mean: {missed} of {of}")
    shown = result.details["overall"]["gain"]
    if shown:
        fresh = sum(it.gain[0] * it.found.held_out_n for it in fields if it.gain) / shown["n"]
        verdict_of = "holds" if holds((shown["low"], shown["high"]), fresh) else "MISSED"
        say(f"gain of all, {shown['low']:+.3f} to {shown['high']:+.3f}, fresh {fresh:+.3f}: {verdict_of}")


def once(world: World, seed: int) -> None:
    """Run the study with one seed and judge it."""
    study = load(world.study, world.store, write_study(world.study, seed))
    cpu, wall = cpu_s(), time.perf_counter()
    # Runs of other seeds are other answering models; their searches saw other documents of the same folder.
    result = run_document_study(study, world.store, Options(new=True, reuse_proof=True), report=False)
    searched = (cpu_s() - cpu, time.perf_counter() - wall)
    write_report(world.store, result.run, report_folder(world.store, result.run))
    reported = (cpu_s() - cpu - searched[0], time.perf_counter() - wall - searched[1])
    run = world.store.runs.get(result.run)
    fields = list(fields_of(world, study, document_result_of(world.store, run, None)))
    show(fields)
    judge(seed, result, fields)
    say(
        f"run {searched[0]:.0f} s CPU, {searched[1]:.0f} s wall; report {reported[0]:.0f} s CPU, "
        f"{reported[1]:.0f} s wall\n"
    )


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--seeds", type=int, nargs="+", default=[1, 2, 3])
    parser.add_argument("--fresh", type=int, default=1_000)
    parser.add_argument("--processes", type=int, default=2)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        home = given.folder or Path(temporary)
        home.mkdir(parents=True, exist_ok=True)
        world = World(home.resolve(), given.fresh, given.processes)
        for seed in given.seeds:
            once(world, seed)
        world.store.close()


if __name__ == "__main__":
    main()

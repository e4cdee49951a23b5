"""Runs of document studies as the studies leave them in a store, for the tests of the report."""

import asyncio
import io
from dataclasses import dataclass, replace

from PIL import Image as Pillow
from PIL import ImageDraw
from report_runs import HEBREW, MARKUP

from assay.arena.scoring import Trial, trial_of
from assay.judges.fields import FieldJudge
from assay.proof.field_claims import FieldClaim, FieldsOutcome, Overall, held_out, pooled_cer
from assay.records import Entrant, Image, Item, Prompt, Reply, Response, Settings, Usage
from assay.stats.gains import Gain, paired_gain
from assay.store import Decision, EntrantRow, Proposal, ScoreRow, Store

SEALED_WORD = "Sealed-Harbour"
NASTY_ADVISOR = "deepseek/<b>chat</b>:67b"
ANSWERERS = (
    {"name": "Qwen/Qwen2-VL-2B", "model": "openai/Qwen/Qwen2-VL-2B", "family": "qwen"},
    {"name": "sim/reader?seed=1", "model": "sim/reader?seed=1", "family": "sim a"},
)
ADVISORS = (
    {"name": "Qwen2-VL-72B", "model": "openai/Qwen2-VL-72B", "family": "qwen"},
    {"name": NASTY_ADVISOR, "model": "deepseek", "family": "deepseek"},
)
FIRST = Prompt.simple("{question}")
PROMPTS = {
    "first": FIRST,
    "p1": Prompt.simple("Write the value only, as printed, without its label."),
    "p2": Prompt.simple(f"Answer like this: {{value}} e.g. “12-345” {MARKUP}"),
    "p3": Prompt.simple("Copy the value exactly.\nNothing else.", system="You read documents."),
}
SEGMENTS = (
    ("card", "holder", "Карта Владелец", "Who is the holder of the card?"),
    ("card", "number", "Карта Номер", "What is the card number?"),
    ("form", "", f"СНИЛС {MARKUP}", HEBREW),
)
PAGE, SOURCE = (480, 360), (960, 720)
BOX = (100, 200, 400, 240)


def says(short: str, truth: str, item: Item) -> str:
    """What a prompt brings: chatter, capitals, an echoed example, or nearly always the truth."""
    number = item.row // len(SEGMENTS)
    if short == "first":
        return f"The answer is: {truth}."
    if short == "p1":
        return truth.upper() if number % 3 else truth
    if short == "p2":
        return "12-345" if number % 3 else truth
    return truth if number % 5 else truth.replace("1", "7").replace("o", "0")


def picture(number: int) -> bytes:
    """A drawn page with a box where the answer stands."""
    page = Pillow.new("RGB", PAGE, (252, 251, 246))
    drawing = ImageDraw.Draw(page)
    drawing.text((40, 40), f"Library card no. {number}", fill=(20, 20, 30))
    drawing.text((52, 104), f"value {number}", fill=(20, 20, 30))
    out = io.BytesIO()
    page.save(out, "PNG")
    return out.getvalue()


@dataclass
class DocumentRun:
    """A run that is being filled."""

    store: Store
    run: str
    items: dict[str, tuple[Item, str]]
    judge: FieldJudge
    trials: dict[str, list[Trial]]

    def cells(self):
        for number, answerer in enumerate(ANSWERERS, 1):
            for place, segment in enumerate(SEGMENTS, 1):
                yield f"{number}.{place:02d}", answerer, f"{segment[0]} {segment[1]}".strip()


def begin(store: Store, documents: int = 12, *, sealed: bool = True, name: str = "cards") -> DocumentRun:
    config = {
        "kind": "documents",
        "dataset": "library",
        "answerers": list(ANSWERERS),
        "advisors": list(ADVISORS),
        "segments": [
            {"key": f"{c} {t}".strip(), "display": shown, "doc_class": c, "question_type": t}
            | {"question": question, "parts": []}
            for c, t, shown, question in SEGMENTS
        ],
        "judge": {"kind": "metric", "metric": "cer", "profile": "nfc_strip", "wanted": "cer: low"},
        "search": {"rounds": 2, "strategies": ["reflect", "history"]},
        "caps": {"usd": None, "calls": 900},
    }
    run = store.runs.create(study="3" * 64, name=name, kind="documents", config=config).id
    items: dict[str, tuple[Item, str]] = {}
    for document in range(documents):
        image = Image(store.blobs.put(picture(document)), "image/png", *PAGE)
        split = "proof" if sealed and document % 2 else "search"
        for place, (doc_class, kind, _, question) in enumerate(SEGMENTS):
            truth = _truth(document, place, split)
            item = Item(
                {"question": question, "doc_class": doc_class, "question_type": kind},
                group=f"images/card-{document}.png",
                row=document * len(SEGMENTS) + place,
                segment=f"{doc_class} {kind}".strip(),
                images=(image,),
                reference=truth,
            )
            items[item.id] = (item, split)
    store.evidence.add_items(run, items.values())
    store.evidence.add_places(
        run,
        (
            (
                item.id,
                {"image_path": item.group, "page": 1, "row": item.row + 2, "source": list(SOURCE)}
                | {"bbox": list(BOX) if item.row % 4 else None},
            )
            for item, _ in items.values()
        ),
    )
    made = DocumentRun(store, run, items, FieldJudge("cer"), {})
    for number, answerer, key in made.cells():
        enter(made, number, answerer, key, "first")
        decide(made, number, key, 0, "first")
    return made


def _truth(document: int, place: int, split: str) -> str:
    if place == 2 and document % 4 == 0:
        return ""
    word = SEALED_WORD if split == "proof" else "Oona Marlow"
    return (f"{word} {document}", f"4505 {610 + document} 94{document % 10}", f"112-233-{445 + document}")[
        place
    ]


def enter(made: DocumentRun, number: str, answerer: dict, key: str, short: str, **row: object) -> None:
    entrant = Entrant(f"{number}:{short}", PROMPTS[short], Settings(max_tokens=60))
    position = 10_000 * sum(number > other for other, _, _ in made.cells()) + list(PROMPTS).index(short)
    made.store.evidence.add_entrant(
        made.run, EntrantRow(entrant, position, **row, segment=key, answerer=answerer["model"])
    )
    score(made, entrant, key, "search")


def score(made: DocumentRun, entrant: Entrant, key: str, stage: str) -> None:
    short = entrant.name.rpartition(":")[2]
    found = made.trials.setdefault(f"{entrant.name}/{stage}", [])
    for item, split in made.items.values():
        if item.segment != key or split != stage:
            continue
        failed = short == "p2" and item.row % 12 == 8
        text = "" if failed else says(short, item.reference or "none", item)
        finish = "length" if short == "first" and item.row % 7 == 0 else "stop"
        response = Response(entrant.name, item.id, 0, text, text, finish, tokens=len(text) // 3 + 1)
        if failed:
            response = replace(response, failure=f"the model declined {MARKUP}")
        parts = made.judge.measure(entrant, item, response)
        made.store.evidence.add_response(made.run, response, "model")
        for part in parts:
            measures = dict(part.measures) | ({"cut": True} if finish == "length" else {})
            row = ScoreRow(entrant.name, item.id, stage, part.answer, part.score, measures, part.part)
            made.store.scores.add(made.run, made.judge.id, row)
        found.append(trial_of(item, stage, response, parts))
    made.store.evidence.flush()


def decide(made: DocumentRun, number: str, key: str, round_: int, short: str) -> None:
    trials = made.trials[f"{number}:{short}/search"]
    data = {
        "round": round_,
        "cell": number,
        "segment": key,
        "champion": f"{number}:{short}",
        "score": sum(it.score or 0 for it in trials) / len(trials),
        "cer": sum(it.cer for it in trials) / len(trials),
        "refused": [[f"{number}:p1", "card holder"]] if number == "1.02" and round_ else [],
        "reason": "scores more",
    }
    made.store.evidence.decide(made.run, Decision(f"{number}/round-{round_}", "field", data))


def propose(made: DocumentRun, number: str, key: str, round_: int, advisor: str, short: str | None) -> None:
    prompt = PROMPTS[short] if short else None
    ordinal = len(made.store.evidence.proposals(made.run))
    advice = f"<strategy>{'reflect' if round_ == 1 else 'history'}</strategy>\nImprove the prompt. {MARKUP}"
    made.store.evidence.add_proposal(
        made.run,
        Proposal(
            *(ordinal, round_, advisor, f"{number}:first", advice, ("<new_user>…</new_user>",), ()),
            *("shorter", prompt, f"{number}:{short}" if short else None),
            *(None if short else f"the text is unchanged {MARKUP}", key),
        ),
    )
    made.store.evidence.flush()


def searched(store: Store, documents: int = 12, **options: object) -> DocumentRun:
    """Two rounds; the first model's fields are won by its own family, one field of the second by nobody."""
    made = begin(store, documents, **options)
    for round_, advisor, short in (
        (1, ADVISORS[1]["name"], "p1"),
        (1, ADVISORS[1]["name"], "p2"),
        (2, ADVISORS[0]["name"], "p3"),
    ):
        for number, answerer, key in made.cells():
            if number == "2.02" and short != "p2":
                propose(made, number, key, round_, advisor, None)
                continue
            propose(made, number, key, round_, advisor, short)
            enter(made, number, answerer, key, short, parents=("first",), advisor=advisor, round=round_)
    for number, _, key in made.cells():
        decide(made, number, key, 1, "first" if number == "2.02" else "p1")
        decide(made, number, key, 2, champion(number))
    asyncio.run(_spend(made))
    return made


def champion(number: str) -> str:
    return "first" if number == "2.02" else "p3"


async def _spend(made: DocumentRun) -> None:
    calls = made.store.calls
    for role, model, count, price in (
        ("answerer", "sim/reader?seed=1", 30, 0.0),
        ("advisor", "q72", 6, 0.02),
    ):
        for number in range(count):
            key = f"{role}-{number}:0"
            await calls.sent(
                key=key, run=made.run, request="{}", usd=price, tokens=90, role=role, model=model
            )
            usage = Usage(600, 12)
            await calls.done(
                key=key, run=made.run, reply=Reply("t", "stop", usage), usage=usage, nominal_usd=price
            )
    made.store.evidence.flush()


def finished(store: Store, documents: int = 40, **options: object) -> DocumentRun:
    """A finished run with sealed documents."""
    made = searched(store, documents, **options)
    claims = [_claim(made, number, answerer, key) for number, answerer, key in made.cells()]
    gain = _gain(made, [claim.cell for claim in claims if claim.candidate])
    overall = Overall(
        "proven",
        gain,
        pooled_cer(claim.first_held_out for claim in claims),
        pooled_cer(claim.returned_held_out for claim in claims),
        f"4 of 6 prompts are proven better {MARKUP}",
    )
    outcome = FieldsOutcome("sealed", tuple(claims), overall, 0.95, 2, "2 of 2 rounds")
    backends = {ANSWERERS[0]["name"]: "vLLM"}
    store.runs.finish(made.run, outcome.to_data() | {"framework": backends})
    return made


def _claim(made: DocumentRun, number: str, answerer: dict, key: str) -> FieldClaim:
    best = champion(number)
    for short in {"first", best}:
        score(made, Entrant(f"{number}:{short}", PROMPTS[short], Settings(max_tokens=60)), key, "proof")
    first, theirs = (held_out(made.trials[f"{number}:{it}/proof"], 0.95) for it in ("first", best))
    told = {"cell": number, "answerer": answerer["name"], "segment": key, "first": f"{number}:first"}
    if best == "first":
        return FieldClaim(
            **told,
            outcome="not proven",
            returned=f"{number}:first",
            candidate=None,
            reason="none scores higher",
            first_held_out=first,
            returned_held_out=first,
        )
    gain = _gain(made, [number])
    proven = number != "2.03"
    return FieldClaim(
        **told,
        outcome="proven" if proven else "not proven",
        returned=f"{number}:{best if proven else 'first'}",
        candidate=f"{number}:{best}",
        reason=f"scores {gain.gain:+.3f} against the first prompt",
        gain=gain,
        p_holm=min(1.0, 5 * gain.p) if proven else 0.31,
        first_held_out=first,
        returned_held_out=theirs if proven else first,
        candidate_held_out=theirs,
    )


def _gain(made: DocumentRun, numbers: list[str]) -> Gain:
    first = [it for number in numbers for it in made.trials[f"{number}:first/proof"]]
    theirs = [it for number in numbers for it in made.trials[f"{number}:p3/proof"]]
    return paired_gain(
        [it.score or 0.0 for it in theirs], [it.score or 0.0 for it in first], [it.group for it in first]
    )


def cross_validated(store: Store) -> DocumentRun:
    """A finished run whose documents were too few to seal."""
    made = searched(store, 5, sealed=False, name="few")
    claims = []
    for number, answerer, key in made.cells():
        trials = {it: made.trials[f"{number}:{it}/search"] for it in ("first", champion(number))}
        first, theirs = held_out(trials["first"], 0.95), held_out(trials[champion(number)], 0.95)
        changed = champion(number) != "first"
        gain = paired_gain(
            *([it.score or 0.0 for it in trials[name]] for name in (champion(number), "first")),
            [it.group for it in trials["first"]],
        )
        claims.append(
            FieldClaim(
                *(number, answerer["name"], key, "cross-validated", f"{number}:first"),
                returned=f"{number}:{champion(number)}",
                candidate=f"{number}:{champion(number)}" if changed else None,
                reason="chosen without a document, prompts score more on it",
                gain=gain if changed else None,
                first_held_out=first,
                returned_held_out=theirs,
                candidate_held_out=theirs if changed else None,
                agreed=0.8,
            )
        )
    overall = Overall("cross-validated", None, 1.2, 0.1, "5 of 6 prompts are changed; nothing is proven")
    outcome = FieldsOutcome("leave-one-out", tuple(claims), overall, 0.95, 0, "2 of 2 rounds")
    store.runs.finish(made.run, outcome.to_data())
    return made


def stress(store: Store, segments: int = 2) -> str:
    """A stress run over two ways of making pages worse."""
    config = {"segments": [{"key": "card holder", "display": "Карта Владелец"}], "of": "cards-1"}
    run = store.runs.create(study="5" * 64, name="stress", kind="documents-stress", config=config).id
    points = []
    for answerer in ("sim/reader?seed=1", f"other {MARKUP}"):
        for number, segment in enumerate(("card holder", "card number")[:segments]):
            told = {"answerer": answerer, "segment": segment, "n": 20}
            points.append(told | {"kind": "none", "severity": 0, "cer": 0.02, "low": 0.0, "high": 0.17})
            for severity in (1, 3, 5):
                for kind, slope in (("blur", 0.08), ("low_resolution", 0.21)):
                    cer = 0.02 + slope * severity + 0.05 * number
                    low, high = max(0.0, cer - 0.1), min(1.0, cer + 0.12)
                    points.append(
                        told | {"kind": kind, "severity": severity, "cer": cer, "low": low, "high": high}
                    )
    store.runs.finish(run, {"outcome": "finished", "points": points})
    return run

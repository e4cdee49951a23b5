"""A study of documents as it is run: items with their pages, cells, and its identity."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from assay.arena import choose_items
from assay.data.cell_quotes import line_list
from assay.data.split import split_of
from assay.errors import StudyError
from assay.judges.fields import FieldJudge
from assay.records import Item, Progress, Settings, digest
from assay.search.fields import Cell, Field, Guard
from assay.search.fields.cell_search import Given
from assay.stats.gains import detectable_gain
from assay.store import Store
from assay.studies.config import ModelConfig, PersonConfig
from assay.studies.documents.config import (
    Advising,
    AnswererConfig,
    DocumentStudyConfig,
    OptimiserConfig,
    advisor_label,
)
from assay.studies.documents.draft import DocumentDraft
from assay.studies.documents.families import family_of
from assay.studies.documents.items import boxes_of, items_of, place_of, repeated_parts
from assay.studies.documents.pages import ready_pages
from assay.studies.documents.prompts import with_reading
from assay.studies.documents.same_pages import joined
from assay.studies.documents.sealing import seal_keys
from assay.studies.study import model_identity, without_secrets

SEALED, LEAVE_ONE_OUT = "sealed", "leave-one-out"
TYPICAL_GAIN = 0.7
"""What mending the form of answers brings in the score, about; smaller gains need more documents."""

VALUES_MARGIN = 0.1
"""What a prompt may lose in the mean score where the value is there, if it gains where it is not."""
_OWN_KIND = ("filled_recall", "exact_negatives")

Places = Mapping[str, dict[str, Any]]


@dataclass(frozen=True)
class DocumentStudy:
    """A study with every page ready.

    Attributes:
        draft: what its files say.
        items: by key of their segment, in file order.
        places: where each item stands in the user's files, by its id.
        sealed_as: what opening an item opens, by its id; see :mod:`assay.studies.documents.sealing`.
        notes: what looks odd, one sentence each.
        judge: measures answers.
        proof_kind: ``sealed`` or ``leave-one-out``; with ``proof.kind: auto``, sealed where at least half of
            the segments have enough sealed documents to show a gain of :data:`TYPICAL_GAIN` with 80 % power.
        id: hash of everything that could change a result; caps and rate limits are not part of it.
    """

    draft: DocumentDraft
    items: Mapping[str, tuple[Item, ...]]
    places: Places
    sealed_as: Mapping[str, tuple[str, ...]] = field(default_factory=dict, repr=False)
    notes: tuple[str, ...] = ()
    judge: FieldJudge = field(init=False, repr=False)
    proof_kind: str = field(init=False)
    id: str = field(init=False)

    def __post_init__(self) -> None:
        """Choose how the outcome is checked, and compute the identity."""
        judge, config = self.config.judge, self.config
        made = FieldJudge(judge.metric, judge.profile, judge.profiles, config.postprocess)
        object.__setattr__(self, "judge", made)
        object.__setattr__(self, "proof_kind", self._kind())
        object.__setattr__(self, "id", digest(self._identity()))

    @property
    def config(self) -> DocumentStudyConfig:
        """The configuration."""
        return self.draft.config

    @property
    def name(self) -> str:
        """Name that its runs are numbered under."""
        return self.config.name

    @property
    def base(self) -> Path:
        """Folder that relative names start from."""
        return self.draft.base

    def models(self) -> Iterator[tuple[str, ModelConfig]]:
        """Every model with the field that names it."""
        return self.draft.models()

    def side(self, item: Item) -> str:
        """``search`` or ``proof``; every item is for the search where one document is left out in turn."""
        if self.proof_kind == LEAVE_ONE_OUT:
            return "search"
        return split_of(self.config.seed, item.group, self.config.proof.proof_share)

    def cells(self) -> tuple[Cell, ...]:
        """Every answering model with every segment that has documents for the search, in order."""
        return tuple(
            self._cell(number, answerer, place, it)
            for number, answerer in enumerate(self.config.models.answerers, start=1)
            for place, it in enumerate(self.draft.fields, start=1)
            if self._searched(it.key)
        )

    def unsearched(self) -> tuple[str, ...]:
        """Keys of segments whose documents all fell to the sealed side: nothing can be tried on them."""
        return tuple(it.key for it in self.draft.fields if not self._searched(it.key))

    def given(self, cell: Cell) -> tuple[Given, ...]:
        """Prompts that stand in the study for a cell, with the text of the page where its model sees none."""
        found = self.draft.given.get(cell.field.key, ())
        if self.answerer(cell).sees == "page":
            return found
        return tuple(replace(it, prompt=with_reading(it.prompt)) for it in found)

    def settings(self, cell: Cell) -> Settings:
        """Decoding settings of a cell's answering model."""
        return self.answerer(cell).settings

    def answerer(self, cell: Cell) -> AnswererConfig:
        """Configuration of a cell's answering model."""
        return self.config.models.answerers[int(cell.number.partition(".")[0]) - 1]

    def documents(self, side: str) -> int:
        """Documents on one side."""
        return len({it.group for items in self.items.values() for it in items if self.side(it) == side})

    def _cell(self, number: int, answerer: AnswererConfig, place: int, it: Field) -> Cell:
        first = self.draft.first[it.key]
        return Cell(
            number=f"{number}.{place:02d}",
            answerer=answerer.label,
            field=it,
            first=with_reading(first) if answerer.sees == "ocr" else first,
            items=self._searched(it.key),
            proof=self._sealed(it.key),
            guards=tuple(self._guards(it)),
            family=answerer.family or family_of(answerer.model),
        )

    def _searched(self, key: str) -> tuple[Item, ...]:
        items = [item for item in self.items[key] if self.side(item) == "search"]
        most = self.config.search.items if self.proof_kind == SEALED else None
        return choose_items(items, most, self.config.seed)

    def _sealed(self, key: str) -> tuple[Item, ...]:
        return tuple(item for item in self.items[key] if self.side(item) == "proof")

    def _guards(self, it: Field) -> Iterator[Guard]:
        if (
            self.config.judge.metric not in _OWN_KIND
            and len({not x.reference for x in self.items[it.key]}) > 1
        ):
            yield Guard("the values that are there", VALUES_MARGIN, filled=True)
        names = {name: other.key for other in self.draft.fields for name in (other.shown, other.key)}
        for guard in self.config.guards:
            if names.get(guard.segment) != it.key:
                continue
            for name in guard.guarded:
                if it.parts:
                    yield Guard(name, guard.margin, part=name)
                else:
                    key = names[name]
                    yield Guard(name, guard.margin, items=self._searched(key), proof=self._sealed(key))

    def _kind(self) -> str:
        """Sealed where half of the segments or more would show a typical gain after the correction."""
        proof, named = self.config.proof, self.config.proof.kind
        if named != "auto":
            return named
        claims = len(self.config.models.answerers) * len(self.draft.fields)
        level = 1.0 - (1.0 - proof.confidence) / claims
        shown = 0
        for items in self.items.values():
            groups = {it.group for it in items}
            sealed = sum(split_of(self.config.seed, group, proof.proof_share) == "proof" for group in groups)
            detectable = detectable_gain(sealed, confidence=level) if 0 < sealed < len(groups) else None
            shown += detectable is not None and detectable <= TYPICAL_GAIN
        return SEALED if 2 * shown >= len(self.items) else LEAVE_ONE_OUT

    def _identity(self) -> dict[str, Any]:
        config, draft = self.config, self.draft
        models = config.models
        changing = ("name", "documents", "models", "caps", "prompt", "prompts", "search")
        return {
            "config": config.model_dump(mode="json", by_alias=True, exclude=set(changing)),
            "search": config.search.model_dump(mode="json", exclude={"templates"}),
            "ocr": config.documents.ocr or "",
            "proof_kind": self.proof_kind,
            "judge": self.judge.id,
            # In order, since cells are numbered by it; with what advisors are told of them.
            "fields": [_segment(it) for it in draft.fields],
            "items": {
                key: [[it.id, it.group, it.reference] for it in items] for key, items in self.items.items()
            },
            "first": {key: prompt.id for key, prompt in draft.first.items()},
            "given": {key: [[it.source, it.prompt.id] for it in given] for key, given in draft.given.items()},
            "answerers": [_identity(it) for it in models.answerers],
            "advisors": [_identity(it) for it in models.advisors],
            "templates": draft.templates.texts,
        }

    def record(self) -> dict[str, Any]:
        """The study as kept with a run: the configuration, and the names that its evidence goes by."""
        config = self.config
        data = config.model_dump(mode="json", by_alias=True, exclude_none=True)
        for model in (*data["models"]["answerers"], *data["models"]["advisors"]):
            without_secrets(model)
        data["dataset"] = (self.base / config.documents.annotation).resolve().parent.name or config.name
        data["answerers"] = [_named(it) for it in config.models.answerers]
        data["advisors"] = [_named(it) for it in config.models.advisors]
        data["segments"] = [_segment(it) for it in self.draft.fields]
        data["proof_kind"] = self.proof_kind
        data["judge"]["wanted"] = self.judge.wanted
        return data


def _segment(it: Field) -> dict[str, Any]:
    return {
        "key": it.key,
        "display": it.shown,
        "doc_class": it.doc_class,
        "question_type": it.question_type,
        "question": it.question,
        "parts": list(it.parts),
        "descriptions": list(it.descriptions),
    }


def _named(config: AnswererConfig | Advising) -> dict[str, Any]:
    if isinstance(config, PersonConfig):
        return {"name": config.person, "family": "", "person": config.person}
    family = config.family or family_of(config.model)
    return {"name": advisor_label(config), "model": config.model, "family": family}


def _identity(config: AnswererConfig | PersonConfig | ModelConfig) -> dict[str, Any]:
    """What of a model could change a result. Advisors are told an answerer's family; theirs is a label."""
    identity = model_identity(config)
    identity.pop("family", None)
    if isinstance(config, AnswererConfig):
        identity["family"] = config.family or family_of(config.model)
    if isinstance(config, OptimiserConfig):
        identity["optimiser"] = [config.optimiser, config.tries]
    return identity


def make_study(draft: DocumentDraft, store: Store, tell: Callable[[Progress], None]) -> DocumentStudy:
    """Make every page ready and put the study together.

    Raises:
        DataError: every page that cannot be read, at once.
        StudyError: the split leaves no document to search on.
        StoreError: a page cannot be kept.
    """
    name = draft.config.documents.annotation
    pages = ready_pages(draft.questions, draft.preparation, store, tell, name)
    questions, notes = joined(draft.questions, pages)
    draft = replace(draft, questions=questions)
    places: dict[str, dict[str, Any]] = {}
    sealed_as: dict[str, tuple[str, ...]] = {}
    repeated: list[int] = []
    boxes = boxes_of(draft)
    items: dict[str, list[Item]] = {it.key: [] for it in draft.fields}
    for key, row, item in items_of(draft, pages):
        if item.id in places:
            repeated.append(row.line)
            continue
        page = pages[row.image, row.page]
        places[item.id] = place_of(draft, row, page, boxes)
        sealed_as[item.id] = seal_keys(item, page.source, row.page)
        places[item.id]["seal"] = list(sealed_as[item.id])
        items[key].append(item)
    if repeated:
        told = "rows that ask the same of the same page as an earlier one are left out"
        notes = (*notes, f"{told}: {line_list(repeated)}")
    notes = (*notes, *repeated_parts(draft))
    study = DocumentStudy(draft, {key: tuple(found) for key, found in items.items()}, places, sealed_as)
    return replace(study, notes=(*draft.notes, *notes, *_unsearched_notes(study)))


def _unsearched_notes(study: DocumentStudy) -> Iterator[str]:
    """Say which segments the split leaves nothing to search on.

    Raises:
        StudyError: all of them.
    """
    left_out = study.unsearched()
    if len(left_out) == len(study.draft.fields):
        fault = (
            "proof.kind: the split seals every document and leaves none to search on; add documents, change "
            "the seed, or set proof.kind: leave-one-out"
        )
        raise StudyError(study.name, [fault])
    if study.proof_kind == SEALED and not study.documents("proof"):
        fault = (
            "proof.kind: sealed, and the split seals no document; add documents, change the seed, or set "
            "proof.kind: leave-one-out"
        )
        raise StudyError(study.name, [fault])
    for key in left_out:
        yield (
            f"{key!r} is left out: the split seals all of its documents ({len(study.items[key])} questions), "
            "so nothing could be tried on them; add documents, change the seed, or leave one out in turn"
        )

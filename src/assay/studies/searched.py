"""What a study must say of itself so that a better prompt can be searched for and proven."""

from collections.abc import Iterator, Sequence
from typing import Any, Protocol

from assay.arena import OrderMode
from assay.data.split import Splits
from assay.records import Entrant, Item, Prompt
from assay.search import Templates
from assay.studies.config import CapsConfig, ModelConfig, Part, PersonConfig, ProofConfig, SearchConfig


class SearchedConfig(Protocol):
    """The settings of search and proof in a study file."""

    @property
    def search(self) -> SearchConfig:
        """How the search goes."""
        ...

    @property
    def proof(self) -> ProofConfig:
        """How the proof is made."""
        ...

    @property
    def caps(self) -> CapsConfig:
        """What a run may spend."""
        ...

    @property
    def changeable(self) -> tuple[Part, ...] | None:
        """Parts of the prompt that may change; None leaves it to what the answerer takes."""
        ...

    @property
    def seed(self) -> int:
        """Seed of the split and of every draw."""
        ...


class Searched(Protocol):
    """A study whose first prompt is improved on some items and held against the result on others."""

    @property
    def config(self) -> SearchedConfig:
        """Its configuration."""
        ...

    @property
    def id(self) -> str:
        """Hash of everything that could change a result."""
        ...

    @property
    def name(self) -> str:
        """Name that its runs are numbered under."""
        ...

    @property
    def kind(self) -> str:
        """Kind of study, of its runs and of its seal."""
        ...

    @property
    def purpose(self) -> str:
        """``study``, or what is done with it instead; see :class:`assay.studies.study.Study`."""
        ...

    @property
    def prompt(self) -> Prompt:
        """The first prompt."""
        ...

    @property
    def first(self) -> Entrant:
        """The first prompt as an entrant."""
        ...

    @property
    def splits(self) -> Splits:
        """Items by side."""
        ...

    @property
    def examples(self) -> tuple[Item, ...]:
        """Declared examples, which prompts may quote."""
        ...

    @property
    def templates(self) -> Templates:
        """Texts advisors are asked with."""
        ...

    @property
    def required(self) -> frozenset[str]:
        """Fields every proposal must use."""
        ...

    @property
    def criteria(self) -> str | None:
        """What is looked for, as far as it can be told to an advisor."""
        ...

    @property
    def orders(self) -> OrderMode:
        """In which orders a match is judged."""
        ...

    @property
    def advisors(self) -> tuple[PersonConfig | ModelConfig, ...]:
        """Who proposes, in the order of their turns."""
        ...

    def prompt_faults(self, prompt: Prompt) -> Sequence[str]:
        """What is wrong with a proposal beyond what holds in every study, a clause each."""
        ...

    def models(self) -> Iterator[tuple[str, ModelConfig]]:
        """Every model with the field that names it."""
        ...

    def record(self) -> dict[str, Any]:
        """The study as kept with a run."""
        ...

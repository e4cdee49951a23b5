"""A prompt: an immutable list of role-tagged templates with ``{fields}``, identified by its content."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from assay.records.canonical import digest

Role = Literal["system", "user", "assistant"]
Style = Literal["chat", "completion"]
PARTS = ("system", "user", "prefill")


@dataclass(frozen=True, slots=True)
class Turn:
    """One message of a prompt: who speaks, and the template of what is said."""

    role: Role
    template: str


@dataclass(frozen=True)
class Prompt:
    """Role-tagged templates in the order they are sent.

    The simple case is one system turn, one user turn and a prefill (a last turn by the assistant that the
    model continues). Few-shot turns stand between system and the last user turn. ``completion`` style joins
    the parts into one text for base models.

    Attributes:
        turns: at least one turn by the user.
        style: ``chat`` or ``completion``.
        id: content hash, 64 hexadecimal digits; equal for equal content.
    """

    turns: tuple[Turn, ...]
    style: Style = "chat"
    id: str = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Check the order of turns and compute the identity."""
        if not any(turn.role == "user" for turn in self.turns):
            raise ValueError("a prompt needs at least one user turn")
        if any(turn.role == "system" for turn in self.turns[1:]):
            raise ValueError("a system turn may only come first")
        object.__setattr__(self, "id", digest(self.to_data()))

    @classmethod
    def simple(
        cls, user: str, *, system: str | None = None, prefill: str | None = None, style: Style = "chat"
    ) -> "Prompt":
        """Make a prompt of a user part and, where given, a system part and a prefill. Empty means absent."""
        turns = [Turn("user", user)]
        if system:
            turns.insert(0, Turn("system", system))
        if prefill:
            turns.append(Turn("assistant", prefill))
        return cls(tuple(turns), style)

    @property
    def system(self) -> str | None:
        """The system template, or None."""
        return self.turns[0].template if self.turns[0].role == "system" else None

    @property
    def user(self) -> str:
        """The last user template."""
        return next(turn.template for turn in reversed(self.turns) if turn.role == "user")

    @property
    def prefill(self) -> str | None:
        """The text the answer begins with, or None."""
        return self.turns[-1].template if self.turns[-1].role == "assistant" else None

    @property
    def templates(self) -> Iterator[str]:
        """Every template, in order."""
        return (turn.template for turn in self.turns)

    def parts(self) -> dict[str, str]:
        """The parts that are present, by name, in the order system, user, prefill."""
        found = {"system": self.system, "user": self.user, "prefill": self.prefill}
        return {name: text for name, text in found.items() if text is not None}

    def replaced(self, parts: Mapping[str, str | None]) -> "Prompt":
        """A copy with some of system, user and prefill replaced; None or empty removes a part.

        Raises:
            ValueError: an unknown part name, or the user part removed.
        """
        unknown = set(parts) - set(PARTS)
        if unknown:
            raise ValueError(f"unknown prompt part {sorted(unknown)}; parts are {list(PARTS)}")
        middle = self.turns[1 if self.system is not None else 0 : -1 if self.prefill is not None else None]
        user = parts.get("user", self.user)
        if not user:
            raise ValueError("the user part of a prompt cannot be removed")
        system = parts.get("system", self.system)
        prefill = parts.get("prefill", self.prefill)
        turns = [*middle[:-1], Turn("user", user)]
        if system:
            turns.insert(0, Turn("system", system))
        if prefill:
            turns.append(Turn("assistant", prefill))
        return Prompt(tuple(turns), self.style)

    def to_data(self) -> dict[str, Any]:
        """JSON form, the input of the content hash."""
        return {"style": self.style, "turns": [[turn.role, turn.template] for turn in self.turns]}

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> "Prompt":
        """The inverse of :meth:`to_data`."""
        turns: Sequence[tuple[Role, str]] = data["turns"]
        return cls(tuple(Turn(role, template) for role, template in turns), data.get("style", "chat"))

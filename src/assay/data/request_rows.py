"""A request for a picture as a file holds it, before anything is chosen or looked up."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class WrittenRequest:
    """One row of a file of requests.

    Attributes:
        prompt: the request, exactly; may be blank.
        row: its number in the file, from 0.
        place: where it stands, for people.
        category: its kind, or ``""``.
        reference: what the file says a right picture shows, or ``""``.
        picture: name of the reference picture, or ``""``.
        source_id: what the data set calls it, or ``""``.
        labels: other columns that were asked for, by their name.
    """

    prompt: str
    row: int
    place: str
    category: str = ""
    reference: str = ""
    picture: str = ""
    source_id: str = ""
    labels: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class WrittenRequests:
    """All rows of a file.

    Attributes:
        name: file name, for messages.
        rows: in file order.
        pictured: whether the file says which picture belongs to a request, by name or by number.
        notes: what was seen and done while reading, one sentence each.
    """

    name: str
    rows: tuple[WrittenRequest, ...]
    pictured: bool = False
    notes: tuple[str, ...] = ()

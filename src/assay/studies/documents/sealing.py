"""Under which names the items of a study of documents are sealed."""

from assay.judges.fields import parts_of, question_type_of
from assay.metrics.normalise import normalise
from assay.records import Item, digest

SEAL_JUDGE = "any metric"
"""Documents are sealed whatever the metric: another one looks at the same answers again."""


def seal_keys(item: Item, source: str, page: int) -> tuple[str, ...]:
    """What opening an item opens: each value it asks for, on the page it stands on.

    An item's own id changes with the size and form its page is sent in, and with the wording of its question.
    The value that was looked at is the same all the while, so it stays opened: under the name it is asked for
    by, which outlasts a corrected truth, and under its truth, which outlasts another name.

    Args:
        item: the item.
        source: SHA-256 of the user's file.
        page: number of the page in it, from 1.
    """
    truths = parts_of(item) or {question_type_of(item): item.reference or ""}
    doc_class = item.fields.get("doc_class", "")
    names = [digest(["sealed value", source, page, doc_class, part]) for part in truths]
    values = [normalise(truth, "casefold") for truth in truths.values()]
    return (*names, *(digest(["sealed truth", source, page, value]) for value in values if value))

"""Under which names the items of a study of documents are sealed."""

from assay.judges.fields import parts_of, question_type_of
from assay.records import Item, digest


def seal_keys(item: Item, source: str, page: int) -> tuple[str, ...]:
    """What opening an item opens: each value it asks for, on the page it stands on.

    An item's own id changes with the size and form its page is sent in, and with the wording of its question.
    The value that was looked at is the same all the while, so it stays opened.

    Args:
        item: the item.
        source: SHA-256 of the user's file.
        page: number of the page in it, from 1.
    """
    asked = parts_of(item) or (question_type_of(item),)
    doc_class = item.fields.get("doc_class", "")
    return tuple(digest(["sealed value", source, page, doc_class, part]) for part in asked)

"""Upper bounds of the tokens that pictures cost, so that a cap is never passed by a page."""

from assay.records import Image, Request

_PATCH = 14
"""Side in pixels of the smallest patch that a vision model in use makes a token of, without merging."""

_EXTRA = 3_400
"""Tokens beside the patches: a base price, a thumbnail, row separators, and what models count that cut a
picture of any size into tiles (InternVL: up to 13 of 256 tokens)."""

_UNKNOWN = 50_000
"""For a picture whose size is not known."""

# Models whose price list counts a picture far above its patches (tiles of 512 pixels, 5,667 tokens each).
_DEAR = ("4o-mini",)


def picture_tokens(model: str, request: Request, *, unknown: int = _UNKNOWN) -> int:
    """Most tokens the pictures of a request can be charged as; 0 where it has none.

    Args:
        model: name of the model, since a few charge far more than the others.
        request: the request.
        unknown: what a picture of unknown size counts as.
    """
    tokens = 0
    for message in request.messages:
        if type(message.content) is not str:  # on the path of every call, most of which have no picture
            tokens += sum(_bound(model, part, unknown) for part in message.content if isinstance(part, Image))
    return tokens


def _bound(model: str, picture: Image, unknown: int) -> int:
    if not picture.width or not picture.height:
        return unknown
    if any(name in model for name in _DEAR):
        return _UNKNOWN
    return -(-picture.width * picture.height // _PATCH**2) + _EXTRA

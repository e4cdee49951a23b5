"""One drawn document: a picture whose true answers are known, since they were printed on it."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assay.drawing.documents.canvas import Canvas, Style
from assay.drawing.documents.content import Content, content_of
from assay.drawing.documents.draws import Draws
from assay.drawing.documents.fields import fields_of
from assay.drawing.documents.layout import ARRANGEMENTS, Placed, goods
from assay.drawing.pillow import require_pillow
from assay.errors import UsageError

if TYPE_CHECKING:
    from PIL import Image

_PAPERS = ((255, 255, 255), (253, 251, 244), (246, 249, 252), (250, 246, 240), (245, 248, 243))
_INKS = ((20, 20, 24), (24, 32, 60), (44, 36, 30))
# Share of pixels that hold a speck, and how dark one is at most.
_SPECKS, _SPECK_DEPTH = 0.0015, 40


@dataclass(frozen=True, slots=True)
class DrawnAnswer:
    """What is true of one field of a page.

    Attributes:
        question_type: the field.
        answer: the value exactly as printed.
        bbox: left, top, right and bottom of the value in pixels.
    """

    question_type: str
    answer: str
    bbox: tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class DrawnDocument:
    """A drawn page.

    Attributes:
        name: class and seed.
        doc_class: see ``fields``.
        image: an RGB picture, 700 to 900 pixels wide.
        answers: one for each field, in the order of ``fields``.
    """

    name: str
    doc_class: str
    image: "Image.Image"
    answers: tuple[DrawnAnswer, ...]


def draw_document(
    doc_class: str, seed: int, *, language: str = "en", faint: Collection[str] = ()
) -> DrawnDocument:
    """Draw a document with invented people; none of them looks like a paper of any state.

    The values depend on class, seed and language alone. The pixels also depend on Pillow's version and, in
    Russian, on the font that was found.

    Args:
        doc_class: ``invoice``, ``card`` or ``form``.
        seed: any whole number.
        language: ``en`` or ``ru``.
        faint: question types whose value is printed so worn that OCR misreads part of it. The rest of the
            page stays the same.

    Raises:
        UsageError: unknown class, language or question type, or no font for the language.
        MissingExtra: Pillow is not installed.
    """
    asked = fields_of(doc_class, language)
    _refuse_unknown(faint, [field.question_type for field in asked], doc_class)
    require_pillow("drawing documents")
    content = content_of(doc_class, language, Draws("content", doc_class, language, seed))
    image, placed = _page(content, language, Draws("page", doc_class, language, seed), frozenset(faint))
    printed = {line.question_type: line.value for line in content.lines}
    answers = tuple(
        DrawnAnswer(field.question_type, printed[field.question_type], placed[field.question_type])
        for field in asked
    )
    return DrawnDocument(f"{doc_class}-{seed}", doc_class, image, answers)


def _refuse_unknown(faint: Collection[str], known: list[str], doc_class: str) -> None:
    if unknown := sorted(set(faint) - set(known)):
        raise UsageError(
            f"{doc_class} has no question type {', '.join(map(repr, unknown))} to be printed faint; "
            f"it has {', '.join(known)}"
        )


def _page(
    content: Content, language: str, draws: Draws, faint: frozenset[str]
) -> tuple["Image.Image", Placed]:
    style = _style(language, draws)
    arrange = ARRANGEMENTS[draws.pick(list(ARRANGEMENTS))]
    goods_first, noise = draws.share() < 0.4, draws.whole(0, 2**32 - 1)
    canvas = Canvas(style, draws)
    head = round(style.size * draws.real(1.4, 1.8))
    room = style.width - 2 * style.margin - canvas.length(content.title, head)
    canvas.write(style.margin + draws.pick((0, 0, room // 2)), style.margin, content.title, head, style.ink)
    y = style.margin + round(head * 1.9)
    if content.goods and goods_first:
        y = goods(canvas, content.goods, y)
    placed, y = arrange(canvas, content.lines, faint, y)
    if content.goods and not goods_first:
        y = goods(canvas, content.goods, y + style.size // 2)
    small = round(style.size * 0.7)
    canvas.write(style.margin, y + small, content.note, small, style.pale)
    return _specked(canvas.cut(y + 2 * small + style.margin), noise), placed


def _style(language: str, draws: Draws) -> Style:
    pale = draws.whole(70, 105)
    return Style(
        language=language,
        width=draws.whole(70, 90) * 10,
        margin=draws.whole(34, 60),
        size=draws.whole(21, 26),
        paper=draws.pick(_PAPERS),
        ink=draws.pick(_INKS),
        pale=(pale, pale, pale + 8),
    )


def _specked(image: "Image.Image", seed: int) -> "Image.Image":
    """Dust: single pixels a little darker. Few, so that the file stays small."""
    import numpy as np  # noqa: PLC0415
    from PIL import Image  # noqa: PLC0415

    chance = np.random.default_rng(seed)
    pixels = np.array(image, dtype=np.int16)
    count = int(pixels.shape[0] * pixels.shape[1] * _SPECKS)
    rows, columns = (chance.integers(0, side, count) for side in pixels.shape[:2])
    pixels[rows, columns] -= chance.integers(8, _SPECK_DEPTH, (count, 1), dtype=np.int16)
    return Image.fromarray(pixels.clip(0, 255).astype(np.uint8))

"""An OCR engine reads the drawn pages: plain values whole, faint ones in part."""

import re
from itertools import product
from statistics import mean

import numpy as np
import pytest
from rapidfuzz.distance import Levenshtein

from assay.drawing.documents import DOC_CLASSES, draw_document, fields

rapidocr = pytest.importorskip("rapidocr", reason="reading needs the extra 'ocr'")
pytestmark = pytest.mark.slow
FAINT = {"invoice": "total", "card": "card number", "form": "phone"}
SEEDS = range(200, 203)


@pytest.fixture(scope="module")
def engine():
    quiet = {"Global.log_level": "critical", "EngineConfig.onnxruntime.intra_op_num_threads": 1}
    return rapidocr.RapidOCR(params=quiet)


def _squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def _read_at(lines, doc_class, answer) -> str:
    """What was read where the value stands, without the label before it and without spaces."""
    left, top, right, bottom = answer.bbox
    parts = []
    for text, corners in lines:
        (x1, y1), (x2, y2) = corners.min(axis=0), corners.max(axis=0)
        overlap = min(y2, bottom) - max(y1, top)
        if min(x2, right) > max(x1, left) and overlap > 0.4 * min(y2 - y1, bottom - top):
            parts.append((x1, text))
    read = _squeezed(" ".join(text for _, text in sorted(parts)))
    labels = fields()[doc_class, answer.question_type].labels
    for label in sorted(map(_squeezed, labels), key=len, reverse=True):
        read = re.sub(rf"^{re.escape(label.rstrip('.'))}[.:;]*", "", read)
    return read


def test_plain_values_are_read_whole_and_faint_ones_found_and_misread_in_part(engine):
    right, errors, found = [], [], []
    for name, seed in product(DOC_CLASSES, SEEDS):
        document = draw_document(name, seed, faint=[FAINT[name]])
        reading = engine(np.array(document.image)[:, :, ::-1])
        lines = list(zip(reading.txts, reading.boxes, strict=True))
        for answer in document.answers:
            read, truth = _read_at(lines, name, answer), _squeezed(answer.answer)
            if answer.question_type == FAINT[name]:
                found.append(bool(read))
                errors.append(Levenshtein.distance(truth, read) / len(truth))
            else:
                right.append(read == truth)
    assert mean(right) >= 0.95
    assert mean(found) >= 0.8
    assert 0.05 <= mean(errors) <= 0.4

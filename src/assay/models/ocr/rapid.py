"""RapidOCR with the models its wheel carries: Latin script and Chinese, offline."""

import hashlib
import importlib.util
import threading
from functools import lru_cache
from importlib import metadata
from pathlib import Path
from typing import Any

from assay.errors import MissingExtra, UsageError, crossing
from assay.models.ocr.reading import Line, Reading, cleaned

_STEPS = ("det", "cls", "rec")


class RapidOcr:
    """Reads pages with RapidOCR on one thread; nothing is ever downloaded.

    Its own loader would fetch a model whose file is missing, so the files are named one by one, and one
    that is not there is an error here.

    Raises:
        MissingExtra: rapidocr, onnxruntime or opencv is not installed.
        UsageError: the installed rapidocr lacks one of its models.
    """

    def __init__(self) -> None:
        for module in ("rapidocr", "onnxruntime", "cv2"):
            if importlib.util.find_spec(module) is None:
                raise MissingExtra("reading pages with RapidOCR", "ocr")
        self._models = _bundled_models()
        self.id = f"rapidocr@{metadata.version('rapidocr')}/{_digest(tuple(self._models.values()))}"
        self._lock = threading.Lock()
        self._engine: Any = None

    def read(self, data: bytes) -> Reading:
        """Read a picture file's bytes; blocks, one call at a time.

        Raises:
            UsageError: the bytes are no picture that can be read.
        """
        with self._lock, crossing("reading a page with RapidOCR (PNG, JPEG, TIFF, WebP)", UsageError):
            if self._engine is None:
                self._engine = _loaded(self._models)
            found = self._engine(data)
        if getattr(found, "boxes", None) is None or getattr(found, "txts", None) is None:
            return Reading(())
        lines = (
            _line(text, box, score)
            for text, box, score in zip(found.txts, found.boxes, found.scores, strict=True)
        )
        return Reading(tuple(line for line in lines if line.text))


def _bundled_models() -> dict[str, Path]:
    """The models listed in the installed wheel, by step."""
    files = [file for file in metadata.files("rapidocr") or [] if file.suffix == ".onnx"]
    found = {
        step: path
        for step in _STEPS
        for path in [Path(str(file.locate())) for file in files if f"_{step}_" in file.name]
        if path.is_file()
    }
    missing = [step for step in _STEPS if step not in found]
    if missing:
        raise UsageError(
            f"the installed rapidocr brings no model for {', '.join(missing)}; install it anew from "
            "its wheel (pip install --force-reinstall rapidocr), or name the engine tesseract"
        )
    return found


@lru_cache(maxsize=1)
def _digest(paths: tuple[Path, ...]) -> str:
    found = hashlib.sha256()
    for path in paths:
        found.update(hashlib.sha256(path.read_bytes()).digest())
    return found.hexdigest()[:12]


def _loaded(models: dict[str, Path]) -> Any:
    from rapidocr import RapidOCR  # noqa: PLC0415 - brings opencv and onnxruntime

    return RapidOCR(
        params={
            "Global.log_level": "critical",
            "EngineConfig.onnxruntime.intra_op_num_threads": 1,
            "EngineConfig.onnxruntime.inter_op_num_threads": 1,
            **{f"{step.capitalize()}.model_path": str(path) for step, path in models.items()},
        }
    )


def _line(text: str, corners: Any, score: float) -> Line:
    across = [float(corner[0]) for corner in corners]
    down = [float(corner[1]) for corner in corners]
    box = (round(min(across), 1), round(min(down), 1), round(max(across), 1), round(max(down), 1))
    return Line(cleaned(text), box, round(float(score), 4))

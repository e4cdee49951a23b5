"""Names to OCR engines: ``rapidocr``, ``tesseract``, ``tesseract?lang=rus+eng``."""

import difflib
from typing import Protocol, runtime_checkable
from urllib.parse import parse_qsl

from assay.errors import FaultsError, UsageError
from assay.models.ocr.reading import Reading

ENGINES = ("rapidocr", "tesseract")
_FORMS = "rapidocr, tesseract, tesseract?lang=rus+eng (&timeout_s=60)"
_DEFAULT_LANGUAGES = "eng"


@runtime_checkable
class Ocr(Protocol):
    """Reads the text of a page.

    Attributes:
        id: engine, version and models or languages: whatever changes a reading.
    """

    id: str

    def read(self, data: bytes) -> Reading:
        """Read a picture file's bytes; blocks. Calls from several threads wait for one another.

        Raises:
            UsageError: the bytes are no picture, or the engine failed; says what to do.
        """
        ...


def make_ocr(name: str) -> Ocr:
    """Make the engine a study names.

    Args:
        name: ``rapidocr`` (extra ``ocr``; reads Latin script and Chinese, not Cyrillic) or ``tesseract``
            with options ``lang`` (Tesseract's language codes joined by ``+``) and ``timeout_s``.

    Raises:
        UsageError: unknown name; the program, its languages or the models are not there.
        FaultsError: options that are not allowed, all at once.
        MissingExtra: ``rapidocr`` without the extra.
    """
    base, _, query = name.partition("?")
    if base not in ENGINES:
        near = difflib.get_close_matches(base.lower(), ENGINES, n=1)
        hint = f" Did you mean {near[0]}?" if near else ""
        raise UsageError(f"unknown OCR engine {base!r}.{hint} Allowed are: {_FORMS}")
    given, faults = _options(base, query)
    timeout_s = _seconds(given.get("timeout_s", "60"), faults)
    if faults:
        raise FaultsError(f"OCR engine {name!r}", faults)
    if base == "rapidocr":
        from assay.models.ocr.rapid import RapidOcr  # noqa: PLC0415 - siblings of the one that is asked for

        return RapidOcr()
    from assay.models.ocr.tesseract import Tesseract  # noqa: PLC0415

    return Tesseract(given.get("lang", _DEFAULT_LANGUAGES), timeout_s=timeout_s)


def _options(base: str, query: str) -> tuple[dict[str, str], list[str]]:
    allowed = ("lang", "timeout_s") if base == "tesseract" else ()
    # `+` joins languages; parse_qsl would read it as a blank.
    pairs = parse_qsl(query.replace("+", "%2B"), keep_blank_values=True)
    faults = [
        f"unknown option {key!r}; {base} takes {', '.join(allowed) or 'none'}"
        for key, _ in pairs
        if key not in allowed
    ]
    keys = [key for key, _ in pairs]
    faults += [f"option {key} is given twice" for key in sorted(set(keys)) if keys.count(key) > 1]
    if query and not pairs:
        faults.append(f"{query!r} is no option; options are written ?name=value&name=value")
    return dict(pairs), faults


def _seconds(text: str, faults: list[str]) -> float:
    try:
        value = float(text)
    except ValueError:
        value = 0.0
    if not 0 < value <= 3600:
        faults.append(f"timeout_s is {text!r}, allowed are seconds above 0, at most 3600")
    return value

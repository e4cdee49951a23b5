"""Files of text: found or missed with help, decoded exactly or refused, never guessed at."""

import codecs
from pathlib import Path

from assay.data.near import nearest
from assay.errors import DataError, FaultsError, UsageError

# UTF-32 stands before UTF-16: the little-endian mark of the one begins with that of the other.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

_KNOWN_BINARIES = (
    (b"PK\x03\x04", "a zip archive or an Excel workbook; save the sheet as CSV"),
    (b"\xd0\xcf\x11\xe0", "an old Excel or Word file; save it as CSV or text"),
    (b"PAR1", "a Parquet file; name it .parquet or give the format 'parquet'"),
    (b"\x1f\x8b", "a gzip archive; unpack it first"),
    (b"%PDF-", "a PDF; extract its text first"),
    (b"SQLite format 3\x00", "an SQLite database; export the table as CSV"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
)


def require_file(path: str | Path) -> Path:
    """The path of a file that exists.

    Args:
        path: as the user wrote it; ``~`` is the home folder.

    Raises:
        UsageError: there is no such file, or it is a folder; near names in its folder are offered.
    """
    found = Path(path).expanduser()
    if found.is_file():
        return found
    if found.is_dir():
        raise UsageError(f"{path} is a folder; name one file in it")
    raise UsageError(f"{path}: there is no such file{_what_is_there(found)}")


def _what_is_there(path: Path) -> str:
    """What a person may have meant by a path that does not exist."""
    folder = path.parent
    if not folder.is_dir():
        return f", and no folder {folder} either"
    names = sorted(entry.name for entry in folder.iterdir() if entry.is_file())
    near = nearest(path.name, names)
    if near is not None:
        return f"; did you mean {folder / near}?"
    alike = [name for name in names if Path(name).suffix.lower() == path.suffix.lower()][:8]
    return f"; {folder} has {', '.join(alike)}" if alike else ""


def read_text(
    path: Path, *, encoding: str | None = None, error: type[FaultsError] = DataError
) -> tuple[str, str]:
    """Read a whole file as text, exactly: line ends stay, a byte order mark goes, nothing is replaced.

    Without a stated encoding a file is UTF-8, or what its byte order mark says (UTF-8, UTF-16, UTF-32).

    Args:
        path: an existing file.
        encoding: a Python codec name to use instead, for files without a byte order mark.
        error: the kind of fault to raise.

    Returns:
        The text and the name of the encoding used.

    Raises:
        UsageError: the encoding has no codec, or the file may not be read.
        FaultsError: of the kind ``error``: binary content, or bytes the encoding does not allow.
    """
    try:
        raw = path.read_bytes()
    except OSError as problem:
        raise UsageError(f"{path}: the file cannot be read: {problem.strerror or problem}") from problem
    return decode(path.name, raw, encoding=encoding, error=error)


def decode(
    name: str, raw: bytes, *, encoding: str | None = None, error: type[FaultsError] = DataError
) -> tuple[str, str]:
    """Turn bytes into text and the name of the encoding used; see :func:`read_text`.

    Args:
        name: what to call the bytes in messages.
        raw: the bytes.
        encoding: a Python codec name, or None to go by the byte order mark.
        error: the kind of fault to raise.

    Raises:
        UsageError: the encoding has no codec.
        FaultsError: of the kind ``error``.
    """
    chosen = (
        _codec(encoding)
        if encoding
        else next((codec for mark, codec in _MARKS if raw.startswith(mark)), "utf-8")
    )
    fault = _binary_fault(raw, chosen)
    if fault:
        raise error(name, [fault])
    try:
        return raw.decode(chosen), chosen
    except UnicodeDecodeError as problem:
        raise error(name, [_decode_fault(raw, chosen, problem)]) from problem


def _codec(encoding: str) -> str:
    try:
        # Also refuses codecs that are no encodings of text, such as base64 and rot13.
        b"a".decode(encoding, "ignore")
    except LookupError as problem:
        raise UsageError(
            f"encoding {encoding!r} is not known; write a name such as utf-8, windows-1252 or shift_jis"
        ) from problem
    name = codecs.lookup(encoding).name
    return "utf-8-sig" if name == "utf-8" else name


def _binary_fault(raw: bytes, codec: str) -> str | None:
    """Why the bytes are no text, or None. Zero bytes are text only in UTF-16 and UTF-32."""
    for magic, what in _KNOWN_BINARIES:
        if raw.startswith(magic):
            return f"this is no text file but {what}"
    zero = -1 if codec.startswith(("utf-16", "utf-32")) else raw.find(b"\0")
    if zero < 0:
        return None
    return (
        f"zero byte at byte {zero}: a binary file, or UTF-16 without a byte order mark; "
        "save it as UTF-8, or state its encoding (e.g. utf-16-le)"
    )


def _decode_fault(raw: bytes, codec: str, problem: UnicodeDecodeError) -> str:
    line = raw.count(b"\n", 0, problem.start) + 1
    value = raw[problem.start]
    shown = "UTF-8" if codec.startswith("utf-8") else codec
    return (
        f"byte {problem.start} (line {line}, value 0x{value:02x}) is not {shown}: {problem.reason}; "
        "save the file as UTF-8, or state its encoding (files from Excel are often windows-1252, Russian "
        "ones windows-1251)"
    )

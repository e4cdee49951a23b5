"""Canonical JSON and the content hashes made from it: equal content, equal bytes, equal identity."""

import hashlib
import json
from typing import Any

_encode = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False).encode


def canonical_json(value: Any) -> str:
    """Write a value of dicts, lists, strings, finite numbers, booleans and None in its one canonical form.

    Keys are sorted, there is no white space, and text stays as it is (UTF-8, not escaped).

    Raises:
        ValueError: a number is not finite.
        TypeError: a value JSON cannot hold.
    """
    return _encode(value)


def digest(value: Any) -> str:
    """SHA-256 of a value's canonical JSON, 64 hexadecimal digits.

    Lone surrogates, which broken input files can carry, are hashed as they stand instead of failing.
    """
    return text_digest(_encode(value))


def text_digest(text: str) -> str:
    """SHA-256 of a text as UTF-8, 64 hexadecimal digits."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def short(identifier: str, length: int = 8) -> str:
    """First digits of a hash, for people to read; never an identity."""
    return identifier[:length]

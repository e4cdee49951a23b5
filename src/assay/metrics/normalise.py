"""Profiles: what is made alike in the true answer and the given one before they are compared."""

from typing import Literal, get_args
from unicodedata import normalize

from assay.metrics.dates import read_date

Profile = Literal["raw", "nfc_strip", "casefold", "digits", "date"]
PROFILES: tuple[Profile, ...] = get_args(Profile)
"""Names of the profiles, the default one second."""

_BYTE_ORDER_MARK = "\ufeff"
# The last white space that Unicode has is U+3000; a test looks at all the others.
_ENDS = _BYTE_ORDER_MARK + "".join(filter(str.isspace, map(chr, range(0x3001))))


def normalise(text: str, profile: Profile = "nfc_strip") -> str:
    """What is compared of a text.

    =============  ===================================================================================
    ``raw``        the text as it stands
    ``nfc_strip``  Unicode form NFC, white space and byte order marks at the ends gone
    ``casefold``   ``nfc_strip``, and upper and lower case alike
    ``digits``     decimal digits and nothing else; leading zeros count
    ``date``       a date as ``YYYY-MM-DD`` (see :func:`assay.metrics.dates.read_date`); what is no date
                   stays as in ``nfc_strip``
    =============  ===================================================================================

    Form NFKC is in none of them: it changes characters that matter in numbers and names.

    Raises:
        ValueError: there is no such profile.
    """
    if profile == "raw":
        return text
    if profile == "digits":
        return "".join(filter(str.isdecimal, text))
    plain = normalize("NFC", text).strip(_ENDS)
    if profile == "nfc_strip":
        return plain
    if profile == "casefold":
        return _folded(plain)
    if profile == "date":
        return read_date(plain) or plain
    raise ValueError(f"profile {profile!r}: allowed are {', '.join(PROFILES)}")


def _folded(text: str) -> str:
    """Case folded on the decomposed text, as Unicode defines canonical caseless matching (D145)."""
    return normalize("NFC", normalize("NFD", text).casefold())

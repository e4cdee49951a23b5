"""How far one answer is from the true one."""

from collections.abc import Sequence
from dataclasses import dataclass

from assay.metrics.absent import reads_as_absent
from assay.metrics.normalise import Profile, normalise

ANLS_THRESHOLD = 0.5


@dataclass(frozen=True, slots=True)
class Measures:
    """One answer measured against the true one, both normalised by one profile.

    Attributes:
        edits: characters replaced, left out and added (Levenshtein distance).
        reference_chars: length of the true answer.
        answer_chars: length of the answer.
        cer: edits over ``reference_chars``; 0 is right, and there is no upper end. Where the true answer is
            empty: 0 for an empty answer, else 1.
        wer: the same over words parted by white space.
        exact: whether the answer equals a true one.
        anls: normalised similarity in [0, 1], case ignored, as Biten and others (2019) define it for one
            question: 1 - edits / length of the longer text where that quotient is below 0.5, else 0.
        empty_reference: whether the true answer is empty: the field is not there.
        says_absent: whether the answer is empty or says that there is nothing; see
            :func:`assay.metrics.absent.reads_as_absent`.
    """

    edits: int
    reference_chars: int
    answer_chars: int
    cer: float
    wer: float
    exact: bool
    anls: float
    empty_reference: bool = False
    says_absent: bool = False

    @property
    def clipped_cer(self) -> float:
        """The CER, at most 1."""
        return min(self.cer, 1.0)

    @property
    def over_one(self) -> bool:
        """Whether the CER is above 1: more is wrong than the true answer has characters."""
        return self.cer > 1.0

    @property
    def hallucinated(self) -> bool:
        """Whether a value is given for a field that is not there."""
        return self.empty_reference and not self.says_absent


def measure(reference: str | Sequence[str], answer: str, profile: Profile = "nfc_strip") -> Measures:
    """Measure an answer.

    Args:
        reference: the true answer, or several that are accepted. Of several the one nearest by CER counts
            for edits, CER and WER; ANLS is the best over all; ``exact`` is true for any.
        answer: what was answered.
        profile: what is made alike in both before; see :func:`assay.metrics.normalise.normalise`.

    Raises:
        ValueError: no true answer, or no such profile.
    """
    references = (reference,) if isinstance(reference, str) else tuple(reference)
    if not references:
        raise ValueError("no reference: at least one true answer is needed")
    given = normalise(answer, profile)
    true = [normalise(text, profile) for text in references]
    counted = [_character_edits(text, given) for text in true]
    rates = [_rate(edits, len(text)) for text, edits in zip(true, counted, strict=True)]
    nearest = min(range(len(true)), key=rates.__getitem__)
    return Measures(
        edits=counted[nearest],
        reference_chars=len(true[nearest]),
        answer_chars=len(given),
        cer=rates[nearest],
        wer=_word_error_rate(true[nearest], given),
        exact=given in true,
        anls=max(_anls(text, given) for text in true),
        empty_reference=not any(true),
        says_absent=not given or reads_as_absent(answer),
    )


def _character_edits(reference: str, answer: str) -> int:
    import jiwer  # noqa: PLC0415  (heavy, and not needed to read a study)

    # jiwer's own transform would take white space off the ends, which is for the profile to say.
    characters = jiwer.Compose([jiwer.ReduceToListOfListOfChars()])
    found = jiwer.process_characters(reference, answer, characters, characters)
    return int(found.substitutions + found.deletions + found.insertions)


def _word_error_rate(reference: str, answer: str) -> float:
    import jiwer  # noqa: PLC0415

    # jiwer parts words at single spaces only, so that a line end would join two words.
    true, given = " ".join(reference.split()), " ".join(answer.split())
    found = jiwer.process_words(true, given)
    edits = int(found.substitutions + found.deletions + found.insertions)
    return _rate(edits, int(found.hits + found.substitutions + found.deletions))


def _rate(edits: int, length: int) -> float:
    """Edits over the length of the true text; anything at all is one whole error where that is empty."""
    return edits / length if length else float(edits > 0)


def _anls(reference: str, answer: str) -> float:
    from rapidfuzz.distance import Levenshtein  # noqa: PLC0415

    one, two = reference.casefold(), answer.casefold()
    if one == two:
        return 1.0
    distance = Levenshtein.distance(one, two) / max(len(one), len(two))
    return 1.0 - distance if distance < ANLS_THRESHOLD else 0.0

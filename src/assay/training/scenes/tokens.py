"""The two tokenizers: letter pairs for the generator's prompts, whole words for the networks that look.

The library's own trainer of letter pairs gives another vocabulary each time, so the merges are counted here.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

PAD, UNKNOWN, BEGIN, END = 0, 1, 2, 3
SPECIAL = ("[PAD]", "[UNK]", "[BOS]", "[EOS]")
_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789.,:;!?'-"
_END = "</w>"

Pieces = tuple[str, ...]


def pair_tokenizer(texts: Iterable[str], merges: int) -> Any:
    """A tokenizer of letter pairs, the most frequent merged first; equal texts give an equal tokenizer."""
    from tokenizers import Tokenizer, models, normalizers, pre_tokenizers  # noqa: PLC0415 (an extra)

    learned = _merges(Counter(word for text in texts for word in text.split()), merges)
    pieces = [*SPECIAL, *_LETTERS, *(letter + _END for letter in _LETTERS)]
    pieces += [left + right for left, right in learned if left + right not in pieces]
    vocabulary = {piece: number for number, piece in enumerate(dict.fromkeys(pieces))}
    model = models.BPE(vocab=vocabulary, merges=learned, unk_token=SPECIAL[UNKNOWN], end_of_word_suffix=_END)
    tokenizer = Tokenizer(model)
    tokenizer.normalizer = normalizers.Lowercase()
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    return tokenizer


def word_tokenizer(texts: Iterable[str]) -> Any:
    """A tokenizer of whole words, those of the texts in alphabetical order; every other word is unknown."""
    from tokenizers import Tokenizer, models, normalizers, pre_tokenizers  # noqa: PLC0415 (an extra)

    split = pre_tokenizers.Whitespace()
    words = sorted({word for text in texts for word, _ in split.pre_tokenize_str(text.lower())})
    vocabulary = {word: number for number, word in enumerate([*SPECIAL, *words])}
    tokenizer = Tokenizer(models.WordLevel(vocabulary, unk_token=SPECIAL[UNKNOWN]))
    tokenizer.normalizer = normalizers.Lowercase()
    tokenizer.pre_tokenizer = split
    return tokenizer


def saved(tokenizer: Any, path: Path) -> None:
    """Write a tokenizer's file."""
    path.write_text(tokenizer.to_str(pretty=False) + "\n", encoding="utf-8")


def _merges(counts: Counter[str], number: int) -> list[tuple[str, str]]:
    words: dict[Pieces, int] = {(*word[:-1], word[-1] + _END): count for word, count in counts.items()}
    learned: list[tuple[str, str]] = []
    while len(learned) < number:
        pairs: Counter[tuple[str, str]] = Counter()
        for word, count in words.items():
            for pair in pairwise(word):
                pairs[pair] += count
        if not pairs:
            break
        best = min(pairs, key=lambda pair: (-pairs[pair], pair))
        learned.append(best)
        words = {_merged(word, best): count for word, count in words.items()}
    return learned


def _merged(word: Sequence[str], pair: tuple[str, str]) -> Pieces:
    found: list[str] = []
    at = 0
    while at < len(word):
        if tuple(word[at : at + 2]) == pair:
            found.append(word[at] + word[at + 1])
            at += 2
        else:
            found.append(word[at])
            at += 1
    return tuple(found)

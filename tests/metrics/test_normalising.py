# ruff: noqa: RUF001  (Russian text is meant)
"""Profiles make alike what they say, and nothing else."""

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assay.metrics import PROFILES, normalise

TEXT = st.text(st.characters(exclude_categories=["Cs"]))
COMPOSED, DECOMPOSED = "\u0439", "\u0438\u0306"


@pytest.mark.parametrize(
    ("text", "profile", "compared"),
    [
        (" Осипов\n", "raw", " Осипов\n"),
        (DECOMPOSED, "raw", DECOMPOSED),
        ("\ufeff Осипов \n", "nfc_strip", "Осипов"),
        (f"Андре{DECOMPOSED}", "nfc_strip", f"Андре{COMPOSED}"),
        ("a  b", "nfc_strip", "a  b"),
        ("ОСИПОВ", "casefold", "осипов"),
        ("STRASSE", "casefold", "strasse"),
        ("straße", "casefold", "strasse"),
        ("4505 № 679-944", "digits", "4505679944"),
        ("007", "digits", "007"),
        ("x² ½", "digits", ""),
        ("14 марта 2026 г.", "date", "2026-03-14"),
        (" Invoice 7 ", "date", "Invoice 7"),
    ],
)
def test_a_profile_brings_a_text_into_its_form(text, profile, compared):
    assert normalise(text, profile) == compared


def test_the_default_composes_and_strips():
    assert normalise(f"  {DECOMPOSED} ") == COMPOSED


@pytest.mark.parametrize("profile", PROFILES)
def test_compatibility_characters_are_never_replaced(profile):
    """NFKC would make an I of a Roman numeral and 10 of ten circled, in numbers that must not change."""
    kept = {"digits": ""}.get(profile, "\u2160" if profile != "casefold" else "\u2170")
    assert normalise("\u2160", profile) == kept


def test_every_white_space_and_the_byte_order_mark_go_at_the_ends():
    blanks = [chr(code) for code in range(sys.maxunicode + 1) if chr(code).isspace()]
    assert [blank for blank in [*blanks, "\ufeff"] if normalise(f"{blank}a{blank}") != "a"] == []


def test_a_long_run_of_blanks_does_not_matter():
    assert normalise(" " * 200_000 + "x" + " \ufeff" * 100_000) == "x"


def test_a_profile_that_is_not_there_is_told_with_those_there_are():
    with pytest.raises(ValueError, match="'nfkc': allowed are raw, nfc_strip, casefold, digits, date"):
        normalise("a", "nfkc")


@pytest.mark.parametrize("profile", PROFILES)
@given(TEXT)
def test_normalising_twice_changes_nothing_more(profile, text):
    once = normalise(text, profile)
    assert normalise(once, profile) == once


@pytest.mark.parametrize("profile", [name for name in PROFILES if name != "raw"])
@given(TEXT)
def test_composed_and_decomposed_text_is_alike(profile, text):
    assert normalise(unicodedata.normalize("NFD", text), profile) == normalise(text, profile)


def test_case_folding_is_stable_and_composed_for_every_character():
    """Folding alone takes some letters apart: a dotted iota would count as three errors."""
    unstable = []
    for code in range(sys.maxunicode + 1):
        once = normalise(chr(code), "casefold")
        if normalise(once, "casefold") != once or not unicodedata.is_normalized("NFC", once):
            unstable.append(hex(code))
    assert unstable == []

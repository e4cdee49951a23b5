import json
import os
import subprocess
import sys
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assay.records import canonical_json, digest, short, text_digest

LEAVES = (
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text()
)
VALUES = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


@given(VALUES)
def test_reading_canonical_json_and_writing_it_again_changes_nothing(value: Any) -> None:
    written = canonical_json(value)
    assert json.loads(written) == value
    assert canonical_json(json.loads(written)) == written


@given(st.dictionaries(st.text(), LEAVES, max_size=6), st.randoms())
def test_the_order_of_keys_makes_no_difference(value: dict[str, Any], draw: Any) -> None:
    names = list(value)
    draw.shuffle(names)
    assert canonical_json({name: value[name] for name in names}) == canonical_json(value)


@given(VALUES, VALUES)
def test_different_values_have_different_digests(one: Any, two: Any) -> None:
    """Equality of Python is coarser (1 == 1.0 == True), so the written forms decide."""
    assert (digest(one) == digest(two)) == (canonical_json(one) == canonical_json(two))


def test_the_form_has_no_white_space_and_does_not_escape() -> None:
    assert canonical_json({"b": [1, 2.5, None, True], "a": "\u00e9 \U0001f600"}) == (
        '{"a":"\u00e9 \U0001f600","b":[1,2.5,null,true]}'
    )


@pytest.mark.parametrize("number", [float("nan"), float("inf"), float("-inf")])
def test_a_number_that_is_not_finite_is_refused(number: float) -> None:
    with pytest.raises(ValueError, match="JSON compliant"):
        canonical_json({"x": [number]})


@pytest.mark.parametrize("value", [{1, 2}, b"bytes", object()])
def test_a_value_json_cannot_hold_is_refused(value: object) -> None:
    with pytest.raises(TypeError):
        canonical_json(value)


def test_golden_digests() -> None:
    """Every stored key and hash is made of these: if this test fails, old stores no longer match."""
    assert text_digest("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert digest({"b": 1, "a": ["\u00e9", None, 0.1]}) == GOLDEN
    assert text_digest('{"a":["\u00e9",null,0.1],"b":1}') == GOLDEN


GOLDEN = "bc5cbe7b5091af3dd125715fa3c4e441d0adc119175869fd16847fc9985fd58f"


def test_half_a_surrogate_pair_is_hashed_as_it_stands() -> None:
    assert digest("\ud83d") != digest("\ufffd")
    assert digest("\ud83d") == digest("\ud83d")


def test_digests_do_not_depend_on_the_process() -> None:
    """Not on hash randomisation, nor on the order of sets behind it."""
    script = (
        "from assay.records import *; "
        "print(Prompt.simple('u {x}', system='s').id, Item({'b': '1', 'a': '2'}).id)"
    )
    said = {
        subprocess.run(
            [sys.executable, "-c", script],
            capture_output=True,
            text=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    }
    assert len(said) == 1


def test_short_is_for_reading() -> None:
    assert short("0123456789abcdef") == "01234567"
    assert short("0123456789abcdef", 4) == "0123"

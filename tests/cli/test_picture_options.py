"""Faults of a study file told in the options of ``assay images``."""

import pytest

from assay.cli.picture_options import as_options


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        ("loop.describe: 'x' came", "--describe: 'x' came"),
        ("loop.picture.width: 0 came", "--size: 0 came"),
        ("caps.usd: -1 came", "--max-usd: -1 came"),
        ("loop.templates.foo: unknown field", "--template foo: unknown field"),
        ("loop.bogus: unknown field", "--set loop.bogus: unknown field"),
        ("models.critic.base_url: no address", "--set models.critic.base_url: no address"),
        ("models.rewriter: missing; or set loop.cycles: 1", "--rewriter: missing; or set --cycles 1"),
        ("models.critic: openai/loop.cycles is unknown", "--critic: openai/loop.cycles is unknown"),
    ],
)
def test_a_fault_names_the_option_that_sets_its_field(fault, told):
    assert as_options(fault) == told

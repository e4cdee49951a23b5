import inspect
import re
from types import ModuleType

import pytest

from assay import errors
from assay.errors import AssayError, DataError, MissingExtra, ModelError, StudyError, UsageError, crossing


def drawn(module: ModuleType) -> dict[str, str | None]:
    """Each error in the docstring's tree with its parent, read from the drawing's indentation."""
    tree: dict[str, str | None] = {}
    branch: list[str] = []
    for line in (module.__doc__ or "").splitlines():
        found = re.match(r"^    ((?:[|` ]   )*(?:[|`]-- )?)([A-Z]\w+) {2,}\S", line)
        if found:
            depth = len(found[1]) // 4
            branch = [*branch[:depth], found[2]]
            tree[found[2]] = branch[-2] if depth else None
    return tree


def real(module: ModuleType) -> dict[str, str | None]:
    classes = [kind for _, kind in inspect.getmembers(module, inspect.isclass) if issubclass(kind, Exception)]
    return {
        kind.__name__: kind.__base__.__name__ if kind.__base__ in classes else None
        for kind in classes
        if kind.__base__ is not None
    }


def test_the_tree_in_the_docstring_is_the_tree_of_the_classes() -> None:
    assert len(drawn(errors)) > 20
    assert drawn(errors) == real(errors)


@pytest.mark.parametrize("name", sorted(real(errors)))
def test_exit_codes_are_2_for_wrong_usage_130_for_interrupted_and_1_for_every_fault(name: str) -> None:
    kind = getattr(errors, name)
    expected = 2 if issubclass(kind, UsageError) else 130 if issubclass(kind, errors.Interrupted) else 1
    assert kind.exit_code == expected


def test_all_faults_are_told_at_once_with_their_number() -> None:
    error = StudyError("study.yaml", ["no judge", "no inputs"])
    assert str(error) == "study.yaml: 2 faults\n  - no judge\n  - no inputs"
    assert (error.subject, error.faults) == ("study.yaml", ("no judge", "no inputs"))
    assert str(DataError("a.csv", iter(["empty"]))) == "a.csv: 1 fault\n  - empty"


def test_a_missing_extra_names_the_install_command() -> None:
    error = MissingExtra("reading Parquet files", "parquet")
    assert str(error) == "reading Parquet files needs the extra 'parquet': pip install 'assay[parquet]'"
    assert error.extra == "parquet"


def test_errors_of_models_carry_what_the_caller_needs() -> None:
    refused = errors.SettingRefused("no", setting="max_tokens", instead="max_completion_tokens", status=400)
    assert (refused.setting, refused.instead, refused.status) == ("max_tokens", "max_completion_tokens", 400)
    limited = errors.RateLimited("no", status=429, retry_after=7.5)
    assert (limited.status, limited.retry_after) == (429, 7.5)
    assert ModelError("no").status is None
    assert errors.BudgetExceeded("no", cap="usd").cap == "usd"


def fail_within(boundary: str, error: Exception, kind: type[AssayError] = AssayError) -> None:
    with crossing(boundary, kind):
        raise error


def test_a_foreign_error_becomes_ours_and_names_the_boundary_it_crossed() -> None:
    foreign = KeyError("missing")
    with pytest.raises(UsageError, match=r"^reading a\.md: KeyError: 'missing'$") as caught:
        fail_within("reading a.md", foreign, UsageError)
    assert caught.value.__cause__ is foreign


def test_our_own_errors_and_interruptions_cross_unchanged() -> None:
    ours = StudyError("study.yaml", ["no judge"])
    with pytest.raises(StudyError) as caught:
        fail_within("reading", ours)
    assert caught.value is ours
    with pytest.raises(KeyboardInterrupt), crossing("reading"):
        raise KeyboardInterrupt


def test_nothing_happens_where_nothing_fails() -> None:
    with crossing("reading"):
        done = True
    assert done

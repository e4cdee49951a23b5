"""Every error Assay raises on purpose, and the helper that names the boundary a failure crossed.

::

    AssayError                      anything the user should see without a traceback
    |-- UsageError                  exit 2: the command, the study or its files are wrong
    |   |-- FaultsError             several faults of one reading, told together
    |   |   |-- StudyError          every fault of a study file at once
    |   |   |-- DataError           every fault of an input table at once
    |   |   `-- PromptError         a prompt file or template that cannot be used
    |   `-- MissingExtra            an optional dependency; names the install command
    |-- ModelError                  a model did not answer
    |   |-- Rejected                this request can never succeed; its item fails, the others go on
    |   |   |-- ContextTooLong      the request does not fit the model
    |   |   `-- SettingRefused      the model does not take a setting; teaches the capability table
    |   |-- Unavailable             may succeed later
    |   |   |-- RateLimited         429 or a provider's "overloaded"; carries how long to wait
    |   |   |-- ServerFault         5xx, or a reply that is not what the protocol says
    |   |   |-- Unreachable         the connection could not be made: certainly nothing was paid
    |   |   `-- Uncertain           the connection broke or timed out after sending: maybe paid
    |   `-- Denied                  401, 402, 403, 404: no request to this model can succeed
    |-- BudgetExceeded              the next call could pass a cap
    |-- JudgeUnusable               too many verdicts could not be read
    |-- StoreError                  the store cannot be opened, read or written
    |   |-- SchemaTooNew            written by a newer Assay
    |   `-- RunBusy                 another process owns the run
    |-- Sealed                      proof items were asked for before the seal was opened, or twice
    `-- Interrupted                 exit 130: stopped by the user; the same command resumes
        `-- AwaitingVotes           a human judge has pairs to look at; the same command goes on afterwards

Messages say what came, what is allowed and what to do.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager


class AssayError(Exception):
    """Anything the user should see without a traceback."""

    exit_code = 1


class UsageError(AssayError):
    """The command, the study or its files are wrong."""

    exit_code = 2


class FaultsError(UsageError):
    """Several faults found in one reading, reported together.

    Args:
        subject: what was read, e.g. a file name.
        faults: one sentence each; must not be empty.
    """

    def __init__(self, subject: str, faults: Iterable[str]) -> None:
        self.subject = subject
        self.faults = tuple(faults)
        count = len(self.faults)
        head = f"{subject}: {count} fault{'s' if count != 1 else ''}"
        super().__init__("\n".join([head, *(f"  - {fault}" for fault in self.faults)]))


class StudyError(FaultsError):
    """Every fault of a study file at once."""


class DataError(FaultsError):
    """Every fault of an input table at once."""


class PromptError(FaultsError):
    """Every fault of a prompt file or template at once."""


class MissingExtra(UsageError):
    """An optional dependency is not installed.

    Args:
        what: the feature that was asked for.
        extra: the name of the extra that brings it.
    """

    def __init__(self, what: str, extra: str) -> None:
        self.extra = extra
        super().__init__(f"{what} needs the extra '{extra}': pip install 'assay[{extra}]'")


class ModelError(AssayError):
    """A model did not answer.

    Attributes:
        status: HTTP status, or None where there was none.
    """

    def __init__(self, message: str, *, status: int | None = None) -> None:
        super().__init__(message)
        self.status = status


class Rejected(ModelError):
    """This request can never succeed; its item fails and the others go on."""


class ContextTooLong(Rejected):
    """The request does not fit the model."""


class SettingRefused(Rejected):
    """The model does not take a setting.

    Attributes:
        setting: name of the setting as a study writes it.
        instead: the wire name the provider asks for, where it named one.
    """

    def __init__(
        self, message: str, *, setting: str, instead: str | None = None, status: int | None = None
    ) -> None:
        super().__init__(message, status=status)
        self.setting = setting
        self.instead = instead


class Unavailable(ModelError):
    """The same request may succeed later.

    Attributes:
        retry_after: seconds the provider asked to wait, or None.
    """

    def __init__(self, message: str, *, status: int | None = None, retry_after: float | None = None) -> None:
        super().__init__(message, status=status)
        self.retry_after = retry_after


class RateLimited(Unavailable):
    """The provider asks for fewer requests."""


class ServerFault(Unavailable):
    """The provider failed, or answered something its protocol does not allow."""


class Unreachable(Unavailable):
    """The connection could not be made: certainly nothing was paid."""


class Uncertain(Unavailable):
    """The connection broke or timed out after sending: the call may have been paid."""


class Denied(ModelError):
    """No request to this model can succeed: wrong key, no credit, no such model.

    Attributes:
        maybe_paid: whether this one was answered all the same, so that it is charged at its upper bound.
    """

    def __init__(self, message: str, *, status: int | None = None, maybe_paid: bool = False) -> None:
        super().__init__(message, status=status)
        self.maybe_paid = maybe_paid


class BudgetExceeded(AssayError):
    """The next call could pass a cap; nothing was sent.

    Attributes:
        cap: name of the cap (``usd``, ``calls`` or ``tokens``).
    """

    def __init__(self, message: str, *, cap: str) -> None:
        super().__init__(message)
        self.cap = cap


class JudgeUnusable(AssayError):
    """Too many verdicts could not be read; nothing was promoted."""


class StoreError(AssayError):
    """The store cannot be opened, read or written."""


class SchemaTooNew(StoreError):
    """The store was written by a newer Assay."""


class RunBusy(StoreError):
    """Another process owns the run."""


class Sealed(AssayError):
    """Proof items were asked for before the seal was opened, or a second time."""


class Interrupted(AssayError):
    """Stopped by the user; the same command resumes."""

    exit_code = 130


class AwaitingVotes(Interrupted):
    """A human judge has pairs to look at; the same command goes on afterwards."""


@contextmanager
def crossing(boundary: str, kind: type[AssayError] = AssayError) -> Iterator[None]:
    """Turn a foreign exception into ours, naming the boundary it crossed.

    Args:
        boundary: what was being done, e.g. ``"reading prompts/first.md"``.
        kind: error to raise; must take one message.

    Raises:
        AssayError: of the given kind, with the foreign exception as its cause. Ours pass unchanged.
    """
    try:
        yield
    except AssayError:
        raise
    except (Exception, SystemExit) as error:
        # A function of the user's that ends the program would end it for everybody.
        raise kind(f"{boundary}: {type(error).__name__}: {error}") from error

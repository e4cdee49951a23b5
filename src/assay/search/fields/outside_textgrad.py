"""TextGrad (Yuksekgonul et al. 2024) as a proposer: criticism of a prompt's answers is its gradient."""

import logging
import os
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, ClassVar

from assay.search.fields.outside import OutsideProposer, Session, outside_template
from assay.search.replies import UnreadReply, read_reply

_REQUESTS_PER_STEP = 2
"""For each part that may change: its criticism and its edit."""
_ROLES = {
    "user": "prompt for a model that reads one field from the picture of a page",
    "system": "system prompt of a model that reads one field from the picture of a page",
}
_TAGS = ("<IMPROVED_VARIABLE>", "</IMPROVED_VARIABLE>")
_importing = threading.Lock()


@dataclass(frozen=True)
class TextgradProposer(OutsideProposer):
    """An advisor that is TextGrad."""

    optimiser: ClassVar[str] = "textgrad"

    def optimise(self, session: Session) -> None:
        """Step from the best prompt so far until the budget is spent or a prompt makes no mistake."""
        textgrad = _module()
        parts = {part: text for part, text in session.parts.items() if part in _ROLES}
        variables = {
            part: textgrad.Variable(text, role_description=_ROLES[part], requires_grad=part in parts)
            for part, text in session.bench.current.parts().items()
            if part in _ROLES
        }
        changed = [variables[part] for part in parts]
        optimizer = textgrad.TextualGradientDescent(
            parameters=changed,
            engine=lambda prompt, system_prompt=None: _tagged(session.voice.say(prompt, system_prompt)),
            # Each step puts its own in; where there is none at the start, TextGrad would tell of none.
            constraints=[""],
            verbose=0,
        )
        while changed and not session.over(_REQUESTS_PER_STEP * len(changed)):
            best = session.bench.best().parts()
            for part in parts:
                variables[part].set_value(best[part])
            if _step(session, variables, optimizer):
                _try(session, {part: variables[part].get_value() for part in parts})


def _try(session: Session, parts: dict[str, str]) -> None:
    if session.bench.refusal(parts) is None:
        session.bench.scores(session.bench.revised(parts))


def _step(session: Session, variables: dict[str, Any], optimizer: Any) -> bool:
    """Criticise and edit; whether the edit could be read."""
    optimizer.zero_grad()
    optimizer.constraints = [
        session.bench.tell(outside_template("textgrad-constraint"), session.bench.best(), "edit")
    ]
    _loss(session, variables).backward(
        engine=lambda prompt, system_prompt=None: session.voice.say(prompt, system_prompt)
    )
    try:
        optimizer.step()
    except IndexError:
        # So TextGrad tells of a reply without its tags; another draw may have them.
        return False
    return True


def _loss(session: Session, variables: dict[str, Any]) -> Any:
    """The graph of one step: the best prompt, its answers, what was measured of them."""
    from textgrad import Variable  # noqa: PLC0415 - an extra
    from textgrad.autograd import LLMCall  # noqa: PLC0415

    bench = session.bench
    best = bench.best()
    measured = bench.tell(outside_template("textgrad-feedback"), best, "critique")
    shown = f"(the answers for {bench.size} pages; what was wrong with them stands in the feedback)"
    call = LLMCall(lambda *_, **__: shown, system_prompt=variables.get("system"))
    answers = call(variables["user"], response_role_description="answers that are measured against the truth")
    loss = Variable(
        f"{bench.mean(best)}", predecessors=[answers], role_description="measured score of the answers"
    )
    # One gradient, since TextGrad keeps them in sets, whose order differs from run to run.
    feedback = Variable(measured, role_description="what was measured", requires_grad=False)
    loss.set_grad_fn(lambda **_: answers.gradients.add(feedback))
    return loss


def _tagged(text: str) -> str:
    """A reply as TextGrad reads it; one between our own tags will do as well."""
    read = read_reply(text)
    if _TAGS[0] in text or isinstance(read, UnreadReply):
        return text
    return f"{_TAGS[0]}{next(iter(read.parts.values()))}{_TAGS[1]}"


def _module() -> Any:
    """TextGrad, imported without its log file and without the network."""
    with _importing, _quiet_import():
        import textgrad  # noqa: PLC0415 - an extra
    return textgrad


@contextmanager
def _quiet_import() -> Iterator[None]:
    """While TextGrad is imported: its log goes to a folder that is removed, litellm asks for no prices."""
    with tempfile.TemporaryDirectory() as folder:
        restore = _with_environment({"TEXTGRAD_LOG_DIR": folder, "LITELLM_LOCAL_MODEL_COST_MAP": "True"})
        try:
            yield
        finally:
            restore()
            _close_log(folder)


def _with_environment(values: dict[str, str]) -> Callable[[], None]:
    before = {name: os.environ.get(name) for name in values}
    os.environ.update(values)

    def restore() -> None:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value

    return restore


def _close_log(folder: str) -> None:
    """Take away the log file that importing TextGrad opened; one that was there before stays."""
    log = logging.getLogger("textgrad")
    for handler in list(log.handlers):
        if isinstance(handler, logging.FileHandler) and handler.baseFilename.startswith(folder):
            log.removeHandler(handler)
            handler.close()
            log.propagate = False
            log.setLevel(logging.CRITICAL)

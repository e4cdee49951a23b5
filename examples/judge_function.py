"""A function as judge: no judge model, no judge prompt, no calls but those that answer.

    assay init text function-study
    python examples/judge_function.py function-study

Which of two sets of follow-up questions is better? Here: the one nearer to five questions, then the one that
repeats less of the input, then the one with fewer words. The models are simulations; name real ones to use it
in earnest.
"""

import re
import sys
from pathlib import Path

import assay

QUESTION = re.compile(r"<question>(.*?)</question>", re.DOTALL)
WANTED = 5


def concise(fields: dict[str, str], one: str, two: str) -> str:
    """Say which response is better: ``one``, ``two`` or ``tie``. ``fields`` are the texts of the input."""
    costs = [cost(response, fields["content"]) for response in (one, two)]
    if costs[0] == costs[1]:
        return "tie"
    return "one" if costs[0] < costs[1] else "two"


def cost(response: str, text: str) -> tuple[int, int, int]:
    """What is wrong with a response, smaller being better."""
    questions = [question.strip() for question in QUESTION.findall(response)]
    repeated = sum(question in text for question in questions)
    return abs(len(questions) - WANTED), repeated, sum(len(question.split()) for question in questions)


def main(folder: Path) -> assay.Result:
    """Search for a prompt that this judge prefers, and prove it."""
    return assay.optimize(
        inputs=folder / "inputs.csv",
        prompt=folder / "prompt.md",
        judge=concise,
        answerer="sim/writer",
        advisors=["sim/advisor-strong"],
        rounds=1,
        name="function-judge",
        say=lambda line: print(line, file=sys.stderr),
    )


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python examples/judge_function.py STUDY_FOLDER")
    result = main(Path(sys.argv[1]))
    print(result.outcome, "-", result.reason)
    print(result.prompt.user)

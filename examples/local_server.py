"""A model on this machine as answerer and judge, behind any server of the OpenAI protocol.

    python examples/local_server.py http://localhost:11434/v1 llama3.2

Ollama, vLLM, llama.cpp and ``transformers serve`` all do. Nothing is paid, so no cap on money is needed; the
cap on calls keeps a first try short. Two prompts meet on six inputs: so few can prove a landslide at most.
"""

import sys

import assay

LETTERS = [
    "The heating in flat 4 has been cold since Friday. We have a small child. Please call.",
    "Thank you for the quick repair of the lift. The technician was very friendly.",
    "I moved out on 31 March and still wait for my deposit. This is my third letter.",
    "May I paint the balcony door? I would pay for the paint myself.",
    "There is water under the kitchen sink again. A bucket holds it for now.",
    "Please send me the bill for last year's heating once more; I cannot find it.",
]

FIRST = "What does the writer of this letter want?\n\n{input}"
SECOND = "What does the writer of this letter want? Answer in one short sentence, nothing else.\n\n{input}"

JUDGE = """\
Somebody must sort letters quickly. Which answer helps more to see what the writer of the letter wants?

Letter: {input}

First answer: {response_one}

Second answer: {response_two}

Reason in one sentence, then end with <label>one</label>, <label>two</label> or <label>tie</label>."""


def main(base_url: str, name: str) -> assay.Result:
    """Compare the two prompts with one model in both roles."""
    model = {"model": f"openai/{name}", "base_url": base_url, "max_tokens": 600, "concurrency": 4}
    return assay.compare(
        FIRST,
        SECOND,
        inputs=LETTERS,
        judge=JUDGE,
        answerer=model,
        judge_model=model,
        caps={"calls": 100},
        name="local-server",
        say=lambda line: print(line, file=sys.stderr),
    )


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit("usage: python examples/local_server.py BASE_URL MODEL")
    result = main(*sys.argv[1:])
    print(result.outcome, "-", result.reason)
    print("report:", result.report)

"""``sim/reader``: an OCR engine really reads the page, a simulated habit decides the shape of the answer."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from assay.errors import Rejected
from assay.models.embedded.chance import Chance
from assay.models.embedded.reader_aspects import (
    ABSENT,
    CASE,
    CHATTER,
    DATE,
    FENCE,
    KEYS,
    LABEL,
    LINE,
    SPACING,
)
from assay.models.embedded.reader_family import FAMILIES
from assay.models.embedded.reader_fields import Known, named_field
from assay.models.embedded.reader_habits import Rates, rates
from assay.models.embedded.reader_page import Found, Page
from assay.models.embedded.reader_pages import Pages, own_ocr
from assay.models.embedded.reader_prompt import Asked, image_of, parted, understood
from assay.models.embedded.reader_shapes import (
    absent_word,
    before_json,
    chatty,
    invented,
    redated,
    respaced,
    upper,
)
from assay.models.embedded.simulation import Options, Simulation, choice, message_text, number
from assay.models.ocr import Reading
from assay.records import Image, Message, Reply, Request

_ENGINES = {"rapidocr": "rapidocr", "tesseract": "tesseract?lang=rus+eng"}
_MARK = "\x00page "
_KIND_HABITS = {"name": CASE, "text": CASE, "number": SPACING, "money": SPACING, "date": DATE}
_DATE_LIKE = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4}")


@dataclass(frozen=True, slots=True)
class ReaderOptions(Options):
    """Options of the reader.

    Attributes:
        seed: which wordings help is drawn from it, 0 to 99,999; another seed is another answerer.
        skill: 0 to 1; how rare bad habits are where the prompt says nothing of them.
        family: answerers and advisors of one family lean towards the same wordings.
        ocr: the engine that reads pages where no reading is handed in; ``tesseract`` reads Russian.
    """

    seed: float = number(1.0, 0.0, 99_999.0)
    skill: float = number(0.5, 0.0, 1.0)
    family: str = choice("none", *FAMILIES)
    ocr: str = choice("rapidocr", *_ENGINES)


class SimReader(Simulation):
    """A simulation of a vision model that answers questions about a page; see ``docs/simulations.md``.

    The value is what the OCR read, right or wrong. The shape of the answer is drawn: its label may be kept,
    its case, spacing or date form changed, a sentence put around it. How often depends on the wordings of
    the prompt and on the answerer's seed.

    Args:
        name: as a study writes it.
        options: the options, checked.
        read_page: gives the reading of a picture by its hash, as a study caches it.
        read_blob: gives the bytes of a picture by its hash; used where there is no ``read_page``.
    """

    known = "read a value from the picture or the text of a page"

    def __init__(
        self,
        name: str = "sim/reader",
        options: ReaderOptions | None = None,
        *,
        read_page: Callable[[str], Reading] | None = None,
        read_blob: Callable[[str], bytes] | None = None,
    ) -> None:
        self.options = options or ReaderOptions()
        super().__init__(name, self.options)
        self.capabilities = replace(self.capabilities, images=True)
        if read_page is None and read_blob is not None:
            read_page = own_ocr(read_blob, _ENGINES[self.options.ocr])
        self._pages = None if read_page is None else Pages(read_page)

    async def send(self, request: Request, sample: int = 0) -> Reply:
        """Answer a question about a page.

        Raises:
            Rejected: there is no page in the request, or its picture cannot be read.
            SettingRefused: a setting it does not take.
        """
        image = image_of(request)
        if image is None:
            return await super().send(request, sample)
        if self._pages is None:
            raise self.unknown_task("it was made without a way to read pictures")
        await self._pages.page(image.blob)
        return await super().send(_marked(request, image), sample)

    async def close(self) -> None:
        """End the thread that reads pages."""
        if self._pages is not None:
            self._pages.close()

    def compose(self, request: Request, chance: Chance) -> str:
        """Write the answer.

        Raises:
            Rejected: there is no page in the request.
        """
        page, asked, prefilled = self._read(request)
        answer = _Answer(page, asked, self.options, chance, prefilled)
        return answer.of_keys() if asked.keys else answer.of_field()

    def unknown_task(self, what: str) -> Rejected:
        """The error for a request that is no question about a page.

        Args:
            what: what was missing in the request, as a clause.
        """
        return Rejected(
            f"{self.name} is a simulation that only knows how to {self.known}, and {what}. "
            "Name a real model instead, e.g. anthropic/<model> or openai/<model>."
        )

    def _read(self, request: Request) -> tuple[Page, Asked, bool]:
        """Page, prompt, and whether the answer was begun for it."""
        texts = [message_text(message) for message in request.messages if message.role != "assistant"]
        lines = "\n".join(texts).split("\n")
        blob = next((line.removeprefix(_MARK) for line in lines if line.startswith(_MARK)), None)
        text = "\n".join(line for line in lines if not line.startswith(_MARK))
        page = None
        if blob is None:
            text, page = parted(text)
        elif self._pages is not None:
            page = self._pages.look(blob)
        if page is None:
            raise self.unknown_task("the request holds neither a picture nor, in tags, the text of a page")
        earlier = [message_text(message) for message in request.messages[:-1] if message.role == "assistant"]
        return page, understood(text, tuple(earlier)), bool(request.prefill)


class _Answer:
    """One answer in the making."""

    def __init__(
        self, page: Page, asked: Asked, options: ReaderOptions, chance: Chance, prefilled: bool
    ) -> None:
        self._page = page
        self._asked = asked
        self._options = options
        self._chance = chance
        self._prefilled = prefilled
        self._language = "ru" if page.russian else "en"

    def of_field(self) -> str:
        """The answer to a question for one value."""
        chance = self._chance
        known, found = self._looked_up(self._asked.text)
        odds = self._odds(known)
        if chance.happens(odds.echo):
            return chance.pick(self._asked.examples)
        if found is None or not found.value:
            if not chance.happens(odds.habits[ABSENT]):
                return self._missing(known, odds)
            found = self._made_up(known)
        text = self._wrapped(known, found, self._shaped(known, found.value, odds), odds)
        return f"Answer: {text}" if chance.happens(odds.answer_word) else text

    def of_keys(self) -> str:
        """A JSON object with a value for every key asked for."""
        chance = self._chance
        odds = self._odds(None)
        values: dict[str, str] = {}
        for key, said in self._asked.keys:
            known, found = self._looked_up(f"{key} {said}")
            own = self._odds(known)
            if (found is None or not found.value) and chance.happens(own.habits[ABSENT]):
                found = self._made_up(known)
            renamed = chance.happens(own.habits[KEYS])
            values[_renamed(key) if renamed else key] = (
                self._shaped(known, found.value, own) if found and found.value else ""
            )
        text = json.dumps(values, ensure_ascii=False, indent=2)
        if not self._prefilled and chance.happens(odds.habits[FENCE]):
            text = f"```json\n{text}\n```"
        if not self._prefilled and chance.happens(odds.habits[CHATTER]):
            text = before_json(self._language, chance) + text
        return text

    def _looked_up(self, text: str) -> tuple[Known | None, Found | None]:
        page = self._page
        known = named_field(text, page.doc_class, russian=page.russian)
        if page.doc_class is None:
            return None, page.find_named(text)
        return known, None if known is None else page.find(known)

    def _odds(self, known: Known | None) -> Rates:
        options = self._options
        key = known.key if known else "other"
        return rates(self._asked, key, f"{options.seed:g}", options.family, options.skill)

    def _made_up(self, known: Known | None) -> Found:
        value = invented(known.field.kind if known else "text", self._language, self._chance)
        label = known.field.labels[0] if known else ""
        return Found(label, value, f"{label} {value}".strip())

    def _missing(self, known: Known | None, odds: Rates) -> str:
        word = absent_word(self._asked.text, self._language)
        if self._prefilled or not self._chance.happens(odds.habits[CHATTER]):
            return word
        return chatty(word, known.what if known else "value", self._language, self._chance)

    def _shaped(self, known: Known | None, value: str, odds: Rates) -> str:
        """The value with its case, spacing or date form changed, where its kind's habit strikes."""
        habit = _KIND_HABITS[known.field.kind if known else _kind_of(value)]
        if not self._chance.happens(odds.habits[habit]):
            return value
        return {CASE: upper, SPACING: respaced, DATE: redated}[habit](value, self._chance)

    def _wrapped(self, known: Known | None, found: Found, value: str, odds: Rates) -> str:
        """The value with what a habit puts around it."""
        chance = self._chance
        if self._prefilled:
            return value
        if chance.happens(odds.habits[CHATTER]):
            return chatty(value, known.what if known else "value", self._language, chance)
        if chance.happens(odds.habits[LINE]):
            return found.line
        if found.label and chance.happens(odds.habits[LABEL]):
            return f"{found.label.rstrip(' .:')}: {value}"
        return value


def _kind_of(value: str) -> str:
    if _DATE_LIKE.search(value):
        return "date"
    return "number" if sum(letter.isdigit() for letter in value) * 2 > len(value) else "text"


def _renamed(key: str) -> str:
    plain = re.sub(r"\W+", "_", key.strip().lower())
    return plain if plain != key else plain.title().replace("_", "")


def _marked(request: Request, image: Image) -> Request:
    """The request with a text in place of the page's picture, and without the pictures of examples."""

    def without(message: Message) -> Message:
        if isinstance(message.content, str):
            return message
        parts = (_MARK + image.blob if part is image else part for part in message.content)
        return Message(message.role, "\n".join(part for part in parts if isinstance(part, str)))

    return replace(request, messages=tuple(map(without, request.messages)))

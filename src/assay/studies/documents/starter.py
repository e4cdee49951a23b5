"""A first study of documents to edit: what ``assay init documents`` writes."""

# ruff: noqa: RUF001 (Russian names and prompts)

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from assay.data.csv_writing import write_csv, write_whole
from assay.drawing.documents import DOC_CLASSES, fields, write_documents
from assay.errors import UsageError
from assay.search.fields import shipped_field_template
from assay.search.fields.advice import TEMPLATE_NAMES
from assay.studies.starter import study_name

STUDY = """\
# A study of documents: for each answering model, Assay searches for the best prompt of each field (document
# class and question type), and shows how it does on documents the search never saw.
# Look at the fields first: assay documents segments {file}
# Run it with: assay run {file}
name: {name}
kind: documents
seed: 1                      # of the split and of every draw

documents:
  annotation: annotation.csv # a row for each question: picture, question, answer, class, type, box
  # images: pages            # folder that image paths start from; default: the table's
  # document: case           # column that names the document; default: the image file
  # Names for people, by class, and by type (or by class and type):
{names}  # descriptions: {{number: "digits and hyphens, as printed"}}  # told to advisors
  # segments: [invoice number, card holder]  # only these
  absent_fields: refused     # or allowed: an empty answer says that the document lacks the field
  max_pixels: 4000000        # pages are made smaller here, never by a server unseen
  # longest_side: 1600
  format: png                # or jpeg
  # ocr: rapidocr            # or tesseract?lang=rus+eng: {{ocr}} in prompts, for models of text alone

# The first prompt of a field is the question of its rows. One template for all fields instead:
# prompt: prompt.md          # may hold {{question}}, {{doc_class}}, {{question_type}}
prompts: [prompts.csv]       # written by hand, by field; tried like any proposal
per: field                   # or page: one prompt, and one JSON answer, for all fields of a class

models:
  # Embedded simulations need no key. A model behind a server of your own:
  # - {{name: qwen2-vl-2b, model: openai/qwen2-vl-2b, base_url: http://localhost:8000/v1}}
  answerers:
    - {{name: sim/reader-1, model: "sim/reader?seed=1&family=a{ocr}", max_tokens: 256}}
    - {{name: sim/reader-2, model: "sim/reader?seed=2&family=b{ocr}", max_tokens: 256}}
  advisors:
    - {{name: sim/strong, model: "sim/field-advisor-strong?family=a", max_tokens: 2048}}
    - {{name: sim/middling, model: "sim/field-advisor?family=b", max_tokens: 2048}}
    - {{name: sim/poor, model: sim/field-advisor-poor, max_tokens: 2048}}
    # - {{person: anna}}                       # pastes replies: assay advise, assay propose
    # - {{optimiser: gepa, model: sim/field-advisor, tries: 60}}

judge:
  kind: metric
  metric: cer                # cer, exact_match, wer, anls, filled_recall or exact_negatives
  profile: nfc_strip         # raw, nfc_strip, casefold, digits or date
  # profiles: {{due date: date}}               # another one for a type

search:
  rounds: 2
  strategies: [reflect, history]             # also one-shot, battle, few-shot, critique
  items: 40                  # questions that a prompt of a field answers at most
  max_chars: 4000            # longest prompt allowed
  templates:                 # what advisors are asked with; edit the files
{templates}

# A better prompt of one field must not make another one worse by more than the margin:
# guards: [{{segment: invoice date, guarded: [invoice due date], margin: 0.1}}]

privacy:
  values: masked             # or shown: what advisors see of true values; masked keeps only their shape
  images: local              # or remote: whether pages may be sent to other machines
  advisor_pages: 0           # pages an advisor sees with a mistake

proof:
  kind: auto                 # sealed where documents suffice (80 drawn ones do), else leave-one-out
  proof_share: 0.5           # of documents, sealed until the end
  confidence: 0.95

# A call that could pass a cap is not sent. Raise it and run again to go on.
caps: {{calls: 20000}}
"""

_CLASSES: Mapping[str, Mapping[str, str]] = {
    "en": {"invoice": "Invoice", "card": "Card", "form": "Form"},
    "ru": {"invoice": "Счёт", "card": "Карта", "form": "Заявка"},
}
_TYPES: Mapping[str, Mapping[str, str]] = {
    "en": {"card number": "number"},
    "ru": {
        "number": "номер",
        "date": "дата",
        "seller": "продавец",
        "total": "сумма",
        "due date": "срок оплаты",
        "holder": "владелец",
        "card number": "номер",
        "valid until": "срок действия",
        "branch": "филиал",
        "level": "уровень",
        "applicant": "заявитель",
        "birth date": "дата рождения",
        "phone": "телефон",
        "city": "город",
        "reference": "код",
    },
}
_PROMPTS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "en": (
        ("invoice number", "Write down the invoice number exactly as printed. Give only the number."),
        (
            "invoice due date",
            "By which date must the invoice be paid? Copy the date as printed, nothing else.",
        ),
        ("card holder", "Name the person the card belongs to: first name and last name, nothing else."),
        ("form phone", "Copy the applicant's phone number as printed, blanks included. Nothing else."),
    ),
    "ru": (
        ("invoice number", "Выпиши номер счёта точно так, как он напечатан. Только номер."),
        ("invoice due date", "До какого числа нужно оплатить счёт? Перепиши дату как напечатано, без слов."),
        ("card holder", "Назови владельца карты: имя и фамилию, больше ничего."),
        ("form phone", "Перепиши телефон заявителя как напечатано, с пробелами. Больше ничего."),
    ),
}
# RapidOCR reads no Cyrillic, so Russian pages go through Tesseract.
_OCR = {"en": "", "ru": "&ocr=tesseract"}


def write_document_study(
    folder: Path,
    *,
    name: str | None = None,
    documents: int = 40,
    classes: Sequence[str] = DOC_CLASSES,
    language: str = "en",
    seed: int = 1,
    progress: Callable[[int, int], None] | None = None,
) -> Path:
    """Write an editable study with drawn sample documents.

    Args:
        folder: made when missing; must not hold a file this would overwrite.
        name: of the study; by default the folder's.
        documents: how many are drawn, at least one of each class.
        classes: classes that are drawn.
        language: of the documents, ``en`` or ``ru``.
        seed: of the drawn pages.
        progress: called with documents done and documents in all.

    Returns:
        The study file.

    Raises:
        UsageError: a file is in the way, the folder cannot be written, too few documents, or a language in
            which none are drawn.
        MissingExtra: the extra ``documents`` is not installed.
    """
    counts = even_counts(documents, classes)
    study = folder / "study.yaml"
    texts = {Path("advice") / f"{each}.md": shipped_field_template(each) for each in TEMPLATE_NAMES}
    texts[Path("study.yaml")] = _study(
        study_name(name or folder.resolve().name), study, language, list(counts)
    )
    others = (Path("annotation.csv"), Path("images"), Path("prompts.csv"))
    taken = [str(folder / path) for path in (*texts, *others) if (folder / path).exists()]
    if taken:
        raise UsageError(f"nothing was written: {', '.join(taken)} exist already; name another folder")
    try:
        write_documents(folder, counts, seed=seed, language=language, progress=progress)
        # With a byte order mark, by which spreadsheets know UTF-8.
        by_hand = [row for row in _PROMPTS[language] if row[0].partition(" ")[0] in counts]
        write_csv(folder / "prompts.csv", ("segment", "prompt"), by_hand, mark=True)
        for path, text in texts.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            write_whole(folder / path, text.encode("utf-8"))
    except OSError as error:
        raise UsageError(f"{folder}: cannot be written: {error.strerror or error}") from error
    return study


def even_counts(documents: int, classes: Sequence[str] = DOC_CLASSES) -> dict[str, int]:
    """How many documents of each drawn class, where they are so many in all.

    Raises:
        UsageError: classes that are not drawn, or fewer documents than classes.
    """
    if unknown := [name for name in classes if name not in DOC_CLASSES]:
        raise UsageError(
            f"no documents of class {', '.join(map(repr, unknown))} are drawn; there are "
            f"{', '.join(DOC_CLASSES)}"
        )
    wanted = [name for name in DOC_CLASSES if name in classes]
    if documents < len(wanted):
        raise UsageError(
            f"{documents} documents cannot hold the {len(wanted)} classes {', '.join(wanted)}; "
            f"ask for {len(wanted)} or more"
        )
    each, left = divmod(documents, len(wanted))
    return {name: each + (place < left) for place, name in enumerate(wanted)}


def _study(name: str, file: Path, language: str, classes: Sequence[str]) -> str:
    if language not in _CLASSES:
        raise UsageError(f"documents are drawn in {' and '.join(_CLASSES)}, not in {language!r}")
    drawn = {question_type for doc_class, question_type in fields(language) if doc_class in classes}
    named = {it: shown for it, shown in _CLASSES[language].items() if it in classes}
    types = {it: shown for it, shown in _TYPES[language].items() if it in drawn}
    return STUDY.format(
        name=name,
        file=file.as_posix(),
        names=_named("classes", named) + _named("types", types),
        ocr=_OCR[language],
        templates="\n".join(f"    {each}: advice/{each}.md" for each in TEMPLATE_NAMES),
    )


def _named(field: str, names: Mapping[str, str]) -> str:
    lines = "".join(f"    {name}: {title}\n" for name, title in names.items())
    return f"  {field}:\n{lines}" if names else f"  # {field}: {{due date: Payment due}}\n"

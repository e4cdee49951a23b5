"""Small surveys with drawn pictures, and answers to them."""

import hashlib
import io
import json
import random

from PIL import Image, ImageDraw, PngImagePlugin

from assay.records.survey import SurveyPicture, SurveyPlan, SurveyQuestion

REQUESTS = ("a red kite over a lake", "two lanterns on a wall", "a small blue boat", "an owl with a scarf")


def drawn(number, *, note="", kind="PNG", size=160):
    """A picture told from every other one by its number, with a note in its file."""
    picture = Image.new("RGB", (size, size), ((number * 67) % 256, (number * 31) % 256, 150))
    ImageDraw.Draw(picture).ellipse((size // 4, size // 4, size * 3 // 4, size * 3 // 4), fill=(240, 230, 90))
    out = io.BytesIO()
    notes = PngImagePlugin.PngInfo()
    if note:
        notes.add_text("parameters", note)
    if kind == "PNG":
        picture.save(out, "PNG", pnginfo=notes)
    else:
        exif = Image.Exif()
        if note:
            exif[0x010E] = note
        picture.save(out, kind, exif=exif, quality=90)
    return out.getvalue()


def plan(count=4, arms=("chosen", "first"), kind="preference", **changes):
    """A plan in which every arm has its own picture for every request."""
    questions = tuple(
        SurveyQuestion(
            f"item-{number}",
            REQUESTS[number % len(REQUESTS)] + (f" ({number})" if number >= len(REQUESTS) else ""),
            tuple(
                SurveyPicture(arm, drawn(number * 10 + place, note=f"made by {arm}"), "image/png")
                for place, arm in enumerate(arms)
            ),
        )
        for number in range(count)
    )
    values = {
        "title": "Pictures of requests",
        "question_text": "Which picture shows the request best?",
        "kind": kind,
        "seed": 5,
        "questions": questions,
        "run": "run-7",
        "description": "Please look at each picture as a whole.",
    }
    return SurveyPlan(**(values | changes))


def answered(key, voter, choose, *, session=None, pages=None, start=1_000):
    """What the page saves: ``choose(page)`` names an arm or a choice for every page."""
    answers = []
    for number, page in enumerate(pages if pages is not None else key.pages):
        wanted = choose(page)
        answers.append(
            {
                "page": page.name,
                "choice": page.picture_of(wanted) or wanted,
                "shown": random.Random(f"{voter} {page.name}").sample(
                    sorted(page.pictures), len(page.pictures)
                ),
                "at": start + number,
            }
        )
    return {
        "format": "assay-survey-answers",
        "version": 1,
        "survey": key.survey,
        "voter": voter,
        "session": session or hashlib.sha256(voter.encode()).hexdigest()[:16],
        "answers": answers,
    }


def saved(folder, name, data):
    """A file of answers."""
    path = folder / name
    path.write_text(data if isinstance(data, str) else json.dumps(data), encoding="utf-8")
    return path

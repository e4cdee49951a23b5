"""Reading the files voters of a survey saved: strict, every fault of every file at once."""

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assay.data.text_files import read_text, require_file
from assay.errors import DataError, FaultsError
from assay.records.survey import CHOICES, KeyPage, SurveyAnswers, SurveyKey, SurveyVote

_FORMAT, _VERSION = "assay-survey-answers", 1
_SESSION = re.compile(r"[0-9a-f]{16}")
_TOLD = 20
"""Faults of one file told one by one; more are counted."""


@dataclass(frozen=True, slots=True)
class _File:
    """One voter's file."""

    name: str
    voter: str
    session: str
    votes: tuple[SurveyVote, ...]


def read_answers(files: Iterable[Path], key: SurveyKey) -> SurveyAnswers:
    """Read the files of answers to a survey.

    Several files of one voter are taken together. Of two answers to one page the later counts, if both were
    saved by the same sitting (going on from a saved file continues it); if not, two people seem to have used
    one name, and that is a fault.

    Args:
        files: at least one; order plays no part.
        key: of the survey.

    Raises:
        UsageError: there is no such file.
        DataError: every fault: no file, a file cut off or of another survey, a page, picture or choice the
            survey has not, one page answered twice in a file, two sittings of a voter that disagree, one
            sitting under two names, names that hardly differ: voters are counted, and nobody counts twice.
    """
    read, faults = [], []
    for path in map(require_file, files):
        found = _read(path, key)
        if isinstance(found, _File):
            read.append(found)
        else:
            faults += [f"{path.name}: {fault}" for fault in _counted(found)]
    if not read and not faults:
        faults.append("no file of answers was given; voters save them at the end of the survey")
    votes, changed, conflicts = _merged(read)
    faults += [*conflicts, *_counted_twice(read)]
    if faults:
        raise DataError(f"answers to the survey {key.title!r}", faults)
    voters = tuple(sorted({file.voter for file in read}))
    return SurveyAnswers(key.survey, votes, voters, len(read), changed)


def _counted(faults: list[str]) -> list[str]:
    more = len(faults) - _TOLD
    return faults if more <= 0 else [*faults[:_TOLD], f"and {more} more faults"]


def _read(path: Path, key: SurveyKey) -> _File | list[str]:
    """One file, or its faults."""
    try:
        data = json.loads(read_text(path)[0])
    except FaultsError as problem:
        return list(problem.faults)
    except (ValueError, RecursionError) as problem:
        return [f"no whole JSON ({problem}): it was cut off or changed; ask for it again"]
    faults = list(_head_faults(data, key))
    if faults:
        return faults
    pages = {page.name: page for page in key.pages}
    votes: dict[str, SurveyVote] = {}
    for number, answer in enumerate(data["answers"], 1):
        vote = _vote(answer, data["voter"], pages, key)
        if isinstance(vote, str):
            faults.append(f"answer {number}: {vote}")
        elif vote.page in votes:
            faults.append(f"answer {number}: page {vote.page} has an answer already")
        else:
            votes[vote.page] = vote
    return faults or _File(path.name, data["voter"], data["session"], tuple(votes.values()))


def _head_faults(data: Any, key: SurveyKey) -> Iterator[str]:
    if not isinstance(data, dict) or data.get("format") != _FORMAT:
        yield "this is no file of answers to a survey"
        return
    if data.get("version") != _VERSION:
        yield f"version is {data.get('version')!r}; this Assay reads {_VERSION}"
        return
    if data.get("survey") != key.survey:
        yield f"it answers survey {data.get('survey')!r}, and the key is of {key.survey!r}"
        return
    voter, session = data.get("voter"), data.get("session")
    if not isinstance(voter, str) or not voter.strip():
        yield f"voter is {voter!r}; a name is needed"
    if not isinstance(session, str) or not _SESSION.fullmatch(session):
        yield f"session is {session!r}; 16 hexadecimal digits are needed"
    if not isinstance(data.get("answers"), list):
        yield "answers is no list"


def _vote(answer: Any, voter: str, pages: dict[str, KeyPage], key: SurveyKey) -> SurveyVote | str:
    """One answer, or what is wrong with it."""
    if not isinstance(answer, dict):
        return f"an object was expected, {type(answer).__name__} came"
    page = pages.get(answer.get("page", "")) if isinstance(answer.get("page"), str) else None
    if page is None:
        return f"page {answer.get('page')!r} is not in the survey"
    choice, shown, at = answer.get("choice"), answer.get("shown"), answer.get("at")
    others = CHOICES[key.kind]
    pictures = tuple(page.pictures) if key.kind == "preference" else ()
    if choice not in (*pictures, *others):
        return f"choice {choice!r} on page {page.name}; allowed are its pictures and {', '.join(others)}"
    if not isinstance(shown, list) or sorted(map(str, shown)) != sorted(page.pictures):
        return f"shown is {shown!r} on page {page.name}; its pictures are {', '.join(sorted(page.pictures))}"
    if type(at) is not int or at < 0:
        return f"at is {at!r}; milliseconds since 1970 are needed"
    return SurveyVote(voter, page.name, choice, tuple(shown), at)


def _merged(files: Iterable[_File]) -> tuple[tuple[SurveyVote, ...], int, list[str]]:
    """One vote per voter and page, how many were replaced, and what cannot be merged."""
    kept: dict[tuple[str, str], tuple[_File, SurveyVote]] = {}
    changed, conflicts = 0, []
    # The later answer comes last, whatever order the files were given in.
    found = [(file, vote) for file in files for vote in file.votes]
    for file, vote in sorted(found, key=lambda pair: (pair[1].at, pair[0].name)):
        place = (vote.voter, vote.page)
        before = kept.get(place)
        if before is not None and before[1].choice != vote.choice:
            if before[0].session != file.session or before[1].at == vote.at:
                conflicts.append(_conflict(before[0], file, vote))
                continue
            changed += 1
        kept[place] = (file, vote)
    votes = tuple(kept[place][1] for place in sorted(kept))
    return votes, changed, _by_pair(conflicts)


def _counted_twice(files: Iterable[_File]) -> Iterator[str]:
    """Voters that seem to be one person."""
    sittings: dict[str, set[str]] = {}
    alike: dict[str, set[str]] = {}
    for file in files:
        sittings.setdefault(file.session, set()).add(file.voter)
        alike.setdefault(_bare(file.voter), set()).add(file.voter)
    for voters in sittings.values():
        if len(voters) > 1:
            yield f"voters {_named(voters)} are one sitting under several names; leave all files but one out"
    for voters in alike.values():
        if len(voters) > 1:
            yield (
                f"voters {_named(voters)} hardly differ; if they are one person, give all of them the same "
                "'voter', else names that can be told apart"
            )


def _bare(name: str) -> str:
    """A name without what is overlooked: case, white space, signs that are not seen."""
    seen = unicodedata.normalize("NFKC", name).casefold()
    return "".join(sign for sign in seen if unicodedata.category(sign)[0] not in "ZC")


def _named(voters: Iterable[str]) -> str:
    return ", ".join(map(ascii, sorted(voters)))


def _conflict(one: _File, other: _File, vote: SurveyVote) -> tuple[str, str, str]:
    first, second = sorted((one.name, other.name))
    return first, second, vote.voter


def _by_pair(conflicts: Iterable[tuple[str, str, str]]) -> list[str]:
    counts: dict[tuple[str, str, str], int] = {}
    for conflict in conflicts:
        counts[conflict] = counts.get(conflict, 0) + 1
    return [
        f"{first} and {second}: voter {voter!r} answers {count} page{'s' if count != 1 else ''} differently "
        "in two sittings; if they are two people, change 'voter' in one file, else leave one file out"
        for (first, second, voter), count in counts.items()
    ]

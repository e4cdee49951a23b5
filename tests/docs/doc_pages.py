"""The project's pages, and what stands in them: code blocks with their marks, tables, headings, links.

A comment on the line before a block says how the tests treat it:

==========================  ==========================================================================
``<!-- file: NAME -->``     the block is the content of a file, written into the page's folder
``<!-- exit: N -->``        the shell block ends with that code instead of 0
``<!-- not run: WHY -->``   the block is not run; what can be told without running it is checked
==========================  ==========================================================================

A shell, Python or YAML block that says ``# needs a key`` or ``# needs a server`` is not run either. A page
that says ``<!-- goes on from: PAGE -->`` starts in the folder that the blocks of that page left behind.
"""

import re
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LANGUAGES = ("sh", "python", "yaml", "text", "json", "csv")
_FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_MARK = re.compile(r"<!-- (file|exit|not run): (.+?) -->\n\Z")
_NEEDS = re.compile(r"# needs a (key|server)\b")
_GOES_ON = re.compile(r"^<!-- goes on from: (\S+) -->$", re.MULTILINE)
_HEADING = re.compile(r"^(#{1,6}) (.+)$", re.MULTILINE)
_LINK = re.compile(r"(?<!\\)!?\[[^\]]*\]\(([^)\s]+)\)")


@dataclass(frozen=True)
class Block:
    """A fenced block of a page."""

    page: str
    line: int
    language: str
    text: str
    mark: str | None = None
    value: str = ""

    @property
    def where(self) -> str:
        return f"{self.page}:{self.line}"

    @property
    def needs(self) -> bool:
        return _NEEDS.search(self.text) is not None

    @property
    def runs(self) -> bool:
        return not self.needs and self.mark not in ("not run", "file")


@dataclass(frozen=True)
class Page:
    """A page of the documentation, by its path from the project's root."""

    name: str

    @property
    def text(self) -> str:
        return (ROOT / self.name).read_text(encoding="utf-8")

    @property
    def prose(self) -> str:
        """The text without its blocks."""
        return _FENCE.sub("", self.text)

    @property
    def goes_on_from(self) -> str | None:
        found = _GOES_ON.search(self.text)
        return f"docs/{found[1]}" if found else None

    def blocks(self) -> list[Block]:
        text, found = self.text, []
        for match in _FENCE.finditer(text):
            before = text[: match.start()]
            mark = _MARK.search(before)
            place = before.count("\n") + 1
            found.append(Block(self.name, place, match[1], match[2], *(mark.groups() if mark else ())))
        return found

    def headings(self) -> list[str]:
        return [title.strip() for _, title in _HEADING.findall(self.prose)]

    def anchors(self) -> set[str]:
        """Anchors of the headings as GitHub makes them."""
        seen: dict[str, int] = {}
        anchors = set()
        for title in self.headings():
            slug = _slug(title)
            count = seen.get(slug, 0)
            seen[slug] = count + 1
            anchors.add(f"{slug}-{count}" if count else slug)
        return anchors

    def links(self) -> list[str]:
        return _LINK.findall(self.prose)

    def section(self, title: str) -> str:
        """What stands under a heading, up to the next one of the same or a higher level."""
        found = re.search(rf"^(#+) {re.escape(title)}$", self.text, re.MULTILINE)
        assert found, f"{self.name} has no heading {title!r}"
        end = re.search(rf"^#{{1,{len(found[1])}}} ", self.text[found.end() :], re.MULTILINE)
        return self.text[found.end() : found.end() + end.start() if end else None]


def rows(text: str) -> list[list[str]]:
    """Cells of the first table in a text, its head left out; a pipe in a cell is written ``\\|``."""
    lines = text.splitlines()
    start = next((number for number, line in enumerate(lines) if line.startswith("|")), None)
    assert start is not None, f"no table in {text[:80]!r}"
    found = []
    for line in lines[start + 2 :]:
        if not line.startswith("|"):
            break
        cells = re.split(r"(?<!\\)\|", line.strip().strip("|"))
        found.append([cell.strip().replace("\\|", "|") for cell in cells])
    return found


def code(cell: str) -> str:
    """A cell without its code marks."""
    return cell.strip().strip("`")


def _slug(title: str) -> str:
    kept = re.sub(r"[^\w\- ]", "", re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", title).lower())
    return kept.replace(" ", "-")


def pages() -> list[Page]:
    """Every page: those at the root and all of ``docs``."""
    found = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")]
    found += sorted((ROOT / "docs").rglob("*.md"))
    return [Page(path.relative_to(ROOT).as_posix()) for path in found if path.exists()]

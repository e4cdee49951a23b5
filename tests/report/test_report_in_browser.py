"""The pages in a real browser, where one is installed."""

import asyncio
import contextlib
import shutil
import subprocess
from pathlib import Path

import aiohttp
import pytest
import report_runs

from assay.report.html import write_report
from assay.store import Store

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
    *("--remote-debugging-port=0", "--remote-allow-origins=*"),
)
WIDTHS = (360, 800, 1400)
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
BACKGROUND = "getComputedStyle(document.body).backgroundColor"

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(BROWSER is None, reason="no chromium is installed: the pages are not looked at"),
]


class Tab:
    """One page of the browser, spoken to in its debugging protocol."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self._socket = socket
        self._number = 0
        self.complaints: list[str] = []
        self._events: list[str] = []

    async def ask(self, method: str, **values: object) -> dict:
        self._number += 1
        number = self._number
        await self._socket.send_json({"id": number, "method": method, "params": values})
        while (told := await self._read()).get("id") != number:
            pass
        return told["result"]

    async def _read(self) -> dict:
        told = await asyncio.wait_for(self._socket.receive_json(), 30)
        self._events.append(told.get("method", ""))
        if told.get("method") == "Log.entryAdded":
            self.complaints.append(told["params"]["entry"]["text"])
        if told.get("method") == "Runtime.exceptionThrown":
            self.complaints.append("exception")
        return told

    async def open(self, page: Path) -> None:
        self._events.clear()
        await self.ask("Page.navigate", url=page.as_uri())
        while "Page.loadEventFired" not in self._events:
            await self._read()

    async def value(self, expression: str) -> object:
        found = await self.ask("Runtime.evaluate", expression=expression, returnByValue=True)
        return found["result"].get("value")


@contextlib.asynccontextmanager
async def browser(profile: Path):
    process = subprocess.Popen(
        [BROWSER, *FLAGS, f"--user-data-dir={profile}", "about:blank"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        port_file = profile / "DevToolsActivePort"
        for _ in range(300):
            if port_file.exists() and len(port_file.read_text().split()) == 2:
                break
            await asyncio.sleep(0.1)
        port = port_file.read_text().split()[0]
        async with aiohttp.ClientSession() as session:
            async with session.get(f"http://127.0.0.1:{port}/json/list") as answer:
                pages = [page for page in await answer.json() if page["type"] == "page"]
            async with session.ws_connect(pages[0]["webSocketDebuggerUrl"], max_msg_size=0) as socket:
                tab = Tab(socket)
                for domain in ("Page", "Log", "Runtime"):
                    await tab.ask(f"{domain}.enable")
                yield tab
    finally:
        process.terminate()
        process.wait(30)


async def look(profile: Path, pages: list[Path]) -> dict[tuple[str, int], int]:
    """Overflow in pixels by page and width; complaints of the browser are failures."""
    found = {}
    async with browser(profile) as tab:
        for page in pages:
            for width in WIDTHS:
                screen = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 500}
                await tab.ask("Emulation.setDeviceMetricsOverride", **screen)
                await tab.open(page)
                found[page.name, width] = await tab.value(OVERFLOW)
                assert await tab.value(BACKGROUND) != "rgba(0, 0, 0, 0)", (page, "has no style")
        colours = []
        for scheme in ("light", "dark"):
            await tab.ask(
                "Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}]
            )
            colours.append(await tab.value(BACKGROUND))
        assert colours[0] != colours[1]
        assert tab.complaints == []
    return found


def test_pages_load_their_sheet_from_disk_without_complaint_and_never_scroll_sideways(tmp_path):
    with Store(f"sqlite:///{tmp_path / 'assay.db'}") as store:
        front = write_report(store, report_runs.proven(store).run, tmp_path / "report")
    folder = front.parent
    text = next((folder / "texts").glob("*.html"))
    pages = [front, folder / "pairs" / "3.html", folder / "entrants" / "4.html", text]
    found = asyncio.run(look(tmp_path / "profile", pages))
    assert {place: pixels for place, pixels in found.items() if pixels > 0} == {}
    assert len(found) == len(pages) * len(WIDTHS)

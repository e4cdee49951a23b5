"""Driving a survey's page in a real browser, on top of the browser of the reports."""

import asyncio
import json
from pathlib import Path

KEYS = {"0": 48, "1": 49, "2": 50, "3": 51, "n": 78, "ArrowLeft": 37, "ArrowRight": 39, "Enter": 13}
HEADING = "document.querySelector('h1').textContent"
PROGRESS = "document.querySelector('.progress span')?.textContent"
PRESSED = "document.querySelector('[aria-pressed=true]')?.dataset.choice ?? null"
SHOWN = "[...document.querySelectorAll('.picture img')].map(one => one.getAttribute('src').split('/')[1])"
LOADED = (
    "Promise.all([...document.images].map(one => one.decode().then(() => one.naturalWidth > 0)))"
    ".then(all => all.length > 0 && all.every(Boolean))"
)


async def press(tab, key):
    text = {"text": key} if len(key) == 1 else {}
    for kind in ("keyDown", "keyUp"):
        values = {"type": kind, "key": key, "windowsVirtualKeyCode": KEYS[key]}
        await tab.ask("Input.dispatchKeyEvent", **values, **(text if kind == "keyDown" else {}))


async def click(tab, label):
    """Click the one button with this label."""
    await tab.value(
        "var buttons = label => [...document.querySelectorAll('button')]"
        ".filter(one => one.textContent.includes(label))"
    )
    found = f"buttons({json.dumps(label)})"
    assert await tab.value(f"{found}.length") == 1, label
    await tab.value(f"{found}[0].click()")


async def begin(tab, voter):
    await tab.value(f"document.getElementById('voter').value = {json.dumps(voter)}")
    await click(tab, "Begin")


async def loaded(tab):
    """Whether every picture of the page is there and decoded."""
    found = await tab.ask("Runtime.evaluate", expression=LOADED, returnByValue=True, awaitPromise=True)
    return found["result"].get("value")


async def until(tab, condition):
    """Wait for the page to come to what it is asked for."""
    for _ in range(200):
        if await tab.value(condition):
            return
        await asyncio.sleep(0.05)
    raise AssertionError(f"never came: {condition}")


async def save(tab, folder: Path) -> Path:
    """Press the button that saves, and wait for the one file of the folder."""
    await tab.ask("Browser.setDownloadBehavior", behavior="allow", downloadPath=str(folder))
    await click(tab, "Save answers")
    for _ in range(200):
        done = [path for path in folder.glob("answers-*.json") if path.stat().st_size]
        if done:
            return done[0]
        await asyncio.sleep(0.05)
    raise AssertionError("nothing was saved")


async def load(tab, file: Path) -> None:
    """Give a file to the page's field for saved answers."""
    root = await tab.ask("DOM.getDocument")
    node = await tab.ask("DOM.querySelector", nodeId=root["root"]["nodeId"], selector="input[type=file]")
    await tab.ask("DOM.setFileInputFiles", nodeId=node["nodeId"], files=[str(file)])

"""The browser that tests and screenshots use: found, or installed where that is allowed.

Any Chromium will do: Debian's, Google Chrome or Microsoft Edge. Playwright's own download is
not used, since many networks do not let it through. The one that has no windows is preferred:
it draws the same pages, and a visit costs less than half the work.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import debian

if TYPE_CHECKING:
    from playwright.sync_api import Browser

LIGHT = "chromium-headless-shell"
"""Debian's name for Chromium without all that windows need."""

NAMES = (
    LIGHT,
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "microsoft-edge",
    "chrome",
    "msedge",
)
"""What the browser may be called on the search path, in order of preference."""

PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "{PROGRAMFILES}/Google/Chrome/Application/chrome.exe",
    "{PROGRAMFILES(X86)}/Google/Chrome/Application/chrome.exe",
    "{LOCALAPPDATA}/Google/Chrome/Application/chrome.exe",
    "{PROGRAMFILES(X86)}/Microsoft/Edge/Application/msedge.exe",
    "{PROGRAMFILES}/Microsoft/Edge/Application/msedge.exe",
)
"""Where macOS and Windows keep it; names in braces are environment variables."""

PACKAGES = (LIGHT, "fonts-liberation")
"""Debian's packages. The fonts come along so that text looks the same on every machine."""


def find_chromium() -> str | None:
    """The path of a browser on this machine, or None."""
    for name in NAMES:
        if found := shutil.which(name):
            return found
    for place in PLACES:
        path = Path(_filled_in(place))
        if path.is_file():
            return str(path)
    return None


def ensure_chromium() -> str | None:
    """As find_chromium; Debian's light one is installed first if that needs no password."""
    if shutil.which(LIGHT) is None:
        debian.install("Chromium", PACKAGES)
    return find_chromium()


@contextmanager
def launched_chromium(executable: str) -> Iterator[Browser]:
    """The browser, started without a window; it is closed when the block ends."""
    from playwright.sync_api import sync_playwright  # the environment of build.py has it not

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=launch_flags())
        try:
            yield browser
        finally:
            browser.close()


def launch_flags() -> list[str]:
    """The flags to start it with: no calls home, and no sandbox where root cannot have one."""
    flags = [
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-dev-shm-usage",  # small in containers
        "--disable-sync",
        "--no-first-run",
    ]
    return ["--no-sandbox", *flags] if debian.is_root() else flags


def _filled_in(place: str) -> str:
    for name in ("PROGRAMFILES(X86)", "PROGRAMFILES", "LOCALAPPDATA"):
        place = place.replace(f"{{{name}}}", os.environ.get(name, ""))
    return place

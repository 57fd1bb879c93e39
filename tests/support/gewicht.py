"""What the first view of a page weighs, and whether it moves while it comes in.

Weight is what Chromium asks for until the page and its fonts are there: text as gzip level 6
would send it, fonts and pictures as they are, headers not counted. A slow view is over a slow 4G
line with a processor four times slower than this one, so that late fonts and scripts get the
chance to push text aside.
"""

from __future__ import annotations

import gzip
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Response, Route

from tests.support.browser import HEIGHT

KB = 1024
LINE = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 1_600_000 / 8,
    "uploadThroughput": 750_000 / 8,
}
"""Slow 4G, as Lighthouse has it."""

SLOWER = 4
PATIENCE = 120_000
"""Milliseconds: a page that takes longer is not slow but broken."""

DRAWN = 700
"""Milliseconds after which a page stands on the screen, with or without its fonts."""

PACKED = frozenset((".woff2", ".png", ".jpg", ".webp"))
"""What gzip cannot make smaller."""

WATCH = """() => {
  window.moved = [];
  window.busy = [];
  new PerformanceObserver((list) => {
    for (const shift of list.getEntries()) {
      const what = shift.sources.map(({ node }) => node?.className ?? node?.nodeName).join(', ');
      window.moved.push([shift.value, what]);
    }
  }).observe({ type: 'layout-shift', buffered: true });
  new PerformanceObserver((list) => {
    for (const task of list.getEntries()) window.busy.push(task.startTime + task.duration);
  }).observe({ type: 'longtask', buffered: true });
}"""

SEEN = """async () => {
  await document.fonts.ready;
  const [{ domContentLoadedEventEnd }] = performance.getEntriesByType('navigation');
  const name = (face) => [face.family.replaceAll('"', ''), face.weight, face.style].join();
  const loaded = new Set([...document.fonts].filter((f) => f.status === 'loaded').map(name));
  const used = [...document.styleSheets]
    .flatMap((sheet) => [...sheet.cssRules])
    .filter((rule) => rule instanceof CSSFontFaceRule)
    .map(({ style }) => ({
      family: style.getPropertyValue('font-family'),
      weight: style.getPropertyValue('font-weight') || '400',
      style: style.getPropertyValue('font-style') || 'normal',
      src: style.getPropertyValue('src'),
    }))
    .filter((face) => loaded.has(name(face)))
    .map((face) => face.src);
  const file = (link) => new URL(link.href).pathname.split('/').at(-1);
  return {
    moved: window.moved,
    ready: Math.max(domContentLoadedEventEnd, ...window.busy),
    unsized: [...document.querySelectorAll('img:not([width][height])')].map((i) => i.src),
    unused: [...document.querySelectorAll('link[rel=preload][as=font]')]
      .map(file)
      .filter((asked) => !used.some((src) => src.includes(asked))),
  };
}"""


@dataclass(frozen=True, slots=True)
class Gewicht:
    """The first view of one page in one width."""

    path: str
    width: int
    per_soort: Mapping[str, int]
    """Bytes over the wire by the end of the file name: ``.html``, ``.css``, ``.js``, …"""
    requests: int
    moved: tuple[tuple[float, str], ...]
    """What jumped, and how far."""
    ready: float
    """Milliseconds until script has run and the processor has no long task."""
    unsized: tuple[str, ...]
    """Pictures without width and height."""
    unused: tuple[str, ...]
    """Fonts that are asked for before anything else, and that nothing on the page is set in."""

    @property
    def bytes(self) -> int:
        """All of it."""
        return sum(self.per_soort.values())

    @property
    def shift(self) -> float:
        """Cumulative layout shift, all jumps added up."""
        return sum(value for value, _ in self.moved)

    def __str__(self) -> str:
        parts = ", ".join(
            f"{kind} {size / KB:.1f}" for kind, size in sorted(self.per_soort.items())
        )
        return (
            f"{self.bytes / KB:6.1f} KB  {self.requests:2} bestanden  "
            f"verschuiving {self.shift:.4f}  klaar {self.ready:5.0f} ms  "
            f"{self.width:4} px  {self.path}  ({parts})"
        )


def weigh(browser: Browser, address: str, path: str, width: int, *, slow: bool = False) -> Gewicht:
    """Read a page for the first time, with nothing kept from before; ``slow`` as on the way."""
    context = browser.new_context(viewport={"width": width, "height": HEIGHT}, locale="nl-NL")
    try:
        page = context.new_page()
        answers: list[Response] = []

        def keep(answer: Response) -> None:
            answers.append(answer)

        page.on("response", keep)
        page.add_init_script(f"({WATCH})()")
        if slow:
            devtools = context.new_cdp_session(page)
            devtools.send("Network.enable")
            devtools.send("Network.emulateNetworkConditions", LINE)
            devtools.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        page.goto(f"{address}{path}", wait_until="load", timeout=PATIENCE)
        seen = page.evaluate(SEEN)
        sizes: Counter[str] = Counter()
        for answer in answers:
            sizes[_kind(answer)] += _over_the_wire(answer)
    finally:
        context.close()
    return Gewicht(
        path=path,
        width=width,
        per_soort=sizes,
        requests=len(answers),
        moved=tuple((value, what) for value, what in seen["moved"]),
        ready=seen["ready"],
        unsized=tuple(seen["unsized"]),
        unused=tuple(seen["unused"]),
    )


def shift_by_late_fonts(browser: Browser, address: str, path: str, width: int) -> float:
    """How far a page moves when its fonts come only after it has been drawn."""
    context = browser.new_context(viewport={"width": width, "height": HEIGHT}, locale="nl-NL")
    try:
        page = context.new_page()
        held: list[Route] = []
        page.add_init_script(f"({WATCH})()")
        page.route("**/*.woff2", lambda route: held.insert(0, route))
        page.goto(f"{address}{path}", wait_until="domcontentloaded", timeout=PATIENCE)
        page.wait_for_timeout(DRAWN)
        assert held
        for route in held:
            route.continue_()
        page.wait_for_load_state("load")
        page.wait_for_timeout(DRAWN)
        moved = page.evaluate(SEEN)["moved"]
    finally:
        context.close()
    return sum(value for value, _ in moved)


def _kind(answer: Response) -> str:
    return PurePosixPath(urlsplit(answer.url).path).suffix or ".html"


def _over_the_wire(answer: Response) -> int:
    body = answer.body()
    return len(body) if _kind(answer) in PACKED else len(gzip.compress(body, 6, mtime=0))

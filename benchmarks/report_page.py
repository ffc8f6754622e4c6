"""How heavy the page about many articles is, how fast it opens, and whether it works in a browser.

``python benchmarks/report_page.py [COUNT] [--pictures FOLDER]`` makes COUNT articles (1,000 unless told), has ``danvan
report`` write the page about them, opens it in a headless Chromium, and fails where the page is too heavy or too slow,
asks for anything outside itself, is wider than a window, or does not open a sentence by keys alone.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from browser import Browser, chromium
from many_articles import write

HEAVIEST = 3_000_000
"""Bytes of a page about a thousand articles; fewer articles may take their share, beside what every page has."""
EVERY_PAGE = 300_000
SLOWEST = 2.0
"""Seconds until the page is loaded and drawn."""
WIDTHS = (390, 800, 1400)
_ENTER, _TAB = 13, 9


def problems(page: Path, browser: Browser, pictures: Path | None) -> Iterator[str]:
    """What a reader would complain of; prints how long the page takes."""
    seconds = []
    for width in WIDTHS:
        for dark in (False, True):
            browser.look(width, dark=dark)
            seconds.append(browser.open(page))
            yield from strange_events(browser)
            wide = browser.value("document.documentElement.scrollWidth")
            if wide > width:
                yield f"{wide} pixels wide in a window of {width}"
            if pictures:
                browser.picture(pictures / f"page-{width}-{'dark' if dark else 'light'}.png", whole=True)
    print(f"opened in {min(seconds):.2f} to {max(seconds):.2f} s")
    if min(seconds) > SLOWEST:
        yield f"it takes {min(seconds):.2f} s to open"
    yield from keys(browser)
    if pictures:
        browser.picture(pictures / "sentence.png")
        browser.ask("Emulation.setEmulatedMedia", media="print")
        browser.paper(pictures / "page.pdf")


def keys(browser: Browser) -> Iterator[str]:
    """Open the first card, go to its first figure and open its sentence, all by keys; then close it."""
    browser.value("document.querySelector('.card summary').focus()")
    browser.press("Enter", _ENTER)
    browser.press("Tab", _TAB)
    figure = browser.value("document.activeElement.innerText") or ""
    before = browser.value("window.scrollY")
    browser.press("Enter", _ENTER)
    time.sleep(0.3)
    shown = browser.value("(document.querySelector(':target') || {}).innerText || ''")
    seen = browser.value(
        "(() => { const box = document.querySelector(':target')?.getBoundingClientRect();"
        " return box ? box.height > 0 && box.top >= 0 && box.top < window.innerHeight : false })()"
    )
    if not shown or not seen:
        yield f"Enter on {figure!r} shows no sentence"
    if browser.value("window.scrollY") != before:
        yield "the page behind a sentence moves"
    browser.value("document.querySelector('article:has(:target) > a').focus()")
    browser.press("Enter", _ENTER)
    time.sleep(0.3)
    if browser.value("[...document.querySelectorAll('article')].some(sheet => sheet.offsetHeight)"):
        yield "a sheet does not close"
    if browser.value("window.scrollY") != before:
        yield "the page moves when a sentence is closed"
    browser.value("history.back()")
    time.sleep(0.3)


def strange_events(browser: Browser) -> Iterator[str]:
    """What was asked for outside the page, and what the browser complained of."""
    for event in browser.events:
        if event["method"] == "Network.requestWillBeSent":
            address = event["params"]["request"]["url"]
            if not address.startswith("file:") or event["params"]["type"] != "Document":
                yield f"the page asks for {address}"
        elif event["method"] == "Log.entryAdded":
            yield f"the browser says: {event['params']['entry']['text']}"


def main() -> int:
    """Build the page and look at it; status 1 where something is wrong with it."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("count", nargs="?", type=int, default=1000)
    options.add_argument("--pictures", type=Path, help="a folder for pictures of the page, and for it as it is printed")
    asked = options.parse_args()
    binary = chromium()
    if binary is None:
        print("no Chromium is installed; install one (Debian: apt-get install chromium)", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as folder:
        articles, page = Path(folder, "articles"), Path(folder, "report.html")
        write(articles, asked.count)
        start = time.monotonic()
        subprocess.run([sys.executable, "-m", "danvan_cli", "report", str(articles), "-o", str(page)], check=True)
        print(f"{asked.count} articles, page written in {time.monotonic() - start:.1f} s")
        weight = page.stat().st_size
        print(f"{weight:,} bytes, {weight // asked.count:,} an article")
        found = []
        most = min(HEAVIEST, EVERY_PAGE + 2 * HEAVIEST * asked.count // 1000)
        if weight > most:
            found.append(f"it weighs {weight:,} bytes, more than {most:,}")
        with Browser(binary) as browser:
            if asked.pictures:
                asked.pictures.mkdir(parents=True, exist_ok=True)
            found += problems(page, browser, asked.pictures)
    for problem in dict.fromkeys(found):
        print(f"wrong: {problem}", file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())

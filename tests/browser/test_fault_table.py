"""Twenty-two faults on each way of getting the site: hosted with headers, hosted without, and from files.

For each: the page can be read, the calculators answer or heal, nothing typed is lost, and the sentence is
the right one. The table is printed to ``build/faults.md``; several processes fill it together.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Locator, Page, expect

from scripts.bench.server import Server, serving
from tests.browser.blocks import PATIENCE_MS, SAVES_DATA, block, expect_answer, in_the_worker
from tests.conftest import BUILD

HTML = b"<!doctype html><title>Sign in</title>"
PAGE = "calculators/overdue-cost/index.html"
PLACES = ("with headers", "without headers", "from files")
TYPED = "31415"
# The files of plain Pyodide; the offline edition has them all in its fallback.
HOSTED_ONLY = "pyodide"


@dataclass
class Place:
    """Where the site is, and what can be done to it there."""

    name: str
    base: str
    context: BrowserContext
    folder: Path
    server: Server | None = None
    broken: list[tuple[Path, bytes]] = field(default_factory=list)

    def open(self) -> Page:
        page = self.context.new_page()
        page.goto(f"{self.base}/{PAGE}")
        return page

    def spoil(self, beginning: str, change: Callable[[bytes], bytes | None]) -> None:
        """Other contents, or none, in the place of the files whose names begin so."""
        met = [path for path in self.folder.rglob(f"{beginning}*") if path.is_file()]
        # A fault of a file that has another name now would be survived by every site.
        assert met or (beginning == HOSTED_ONLY and not self.server), beginning
        for path in met:
            if path.suffix in (".gz", ".br"):
                continue
            content = path.read_bytes()
            other = change(content)
            if self.server:
                self.server.replaced[path.name] = other
            else:
                self.broken.append((path, content))
                path.unlink()
                if other is not None:
                    path.write_bytes(other)

    def mend(self) -> None:
        if self.server:
            self.server.replaced.clear()
        for path, content in self.broken:
            path.unlink(missing_ok=True)
            path.write_bytes(content)
        self.broken.clear()


@dataclass(frozen=True)
class Fault:
    """What goes wrong, and what the reader is told; without a sentence the answer comes all the same."""

    name: str
    bring: Callable[[Place], object]
    says: str = ""
    says_from_files: str = ""
    afterwards: str = ""
    """Done to the page once it is alive."""


def gone(_: bytes) -> None:
    return None


def page(_: bytes) -> bytes:
    return HTML


def half(content: bytes) -> bytes:
    return content[: len(content) // 2]


def nothing(_: bytes) -> bytes:
    return b""


def file(beginning: str, change: Callable[[bytes], bytes | None]) -> Callable[[Place], object]:
    return lambda place: place.spoil(beginning, change)


def workers_file(change: Callable[[bytes], bytes | None]) -> Callable[[Place], object]:
    """The page's head carries the worker itself, except for readers who save data."""

    def bring(place: Place) -> None:
        place.context.add_init_script(SAVES_DATA)
        place.spoil("worker.", change)

    return bring


def worker(code: str) -> Callable[[Place], object]:
    return lambda place: in_the_worker(place.context, code)


def device(code: str) -> Callable[[Place], object]:
    return lambda place: place.context.add_init_script(code)


def damaged(place: Place) -> None:
    """By a visit of before: what is stored before a page has begun, a browser may take for another place's."""
    page = place.open()
    page.evaluate("localStorage.setItem('huanqing.case', '{\"debts\":[null]}')")
    page.close()


def healthy(_: Place) -> None:
    return None


def runtime(place: Place) -> None:
    for name in ("worker.", "python.", "fallback.", "pyodide"):
        place.spoil(name, gone)


WASM_OFF = (
    "for (const f of ['compileStreaming', 'instantiateStreaming', 'compile', 'instantiate'])"
    "  WebAssembly[f] = async () => { throw new WebAssembly.CompileError("
    "    'WebAssembly: blocked by Content Security Policy') }"
)
NO_MEMORY = "WebAssembly.Memory = function () { throw new RangeError('could not allocate memory') }"
NEVER_ENDS = (
    "if (NTH === 1) addEventListener('message', ({data}) => {"
    f"  if (String(data.request).includes('{TYPED}')) for (;;);"
    "})"
)
FORBIDDEN = (
    "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no') }})"
)
FULL = "Storage.prototype.setItem = () => { throw new DOMException('no', 'QuotaExceededError') }"
NO_CACHES = "Object.defineProperty(self, 'caches', {get() { throw new Error('no') }})"
END_WORKER = "huanqingRuntime.worker?.terminate()"

FAULTS = [
    Fault("worker's file missing", workers_file(gone), "没下载对", "没能启动计算"),
    Fault("worker's file a page", workers_file(page), "没下载对", "没能启动计算"),
    Fault("worker's file half", workers_file(half), "没下载对", "没能启动计算"),
    Fault("worker's file empty", workers_file(nothing), "没下载对", "没能启动计算"),
    Fault("image missing", file("python.", gone)),
    Fault("image a page", file("python.", page)),
    Fault("image half", file("python.", half)),
    Fault("image empty", file("python.", nothing)),
    Fault("all of the runtime missing", runtime, "没下载对", "没能启动计算"),
    Fault("page's script missing", file("page.", gone), "没能启动"),
    Fault("page's script and style a page", file("page.", page), "没能启动"),
    Fault("no WebAssembly", worker("delete self.WebAssembly"), "浏览器太旧"),
    Fault("WebAssembly blocked", worker(WASM_OFF), "关掉了计算要用的功能"),
    Fault("memory refused", worker(NO_MEMORY), "内存不够"),
    Fault("no Worker", device("delete window.Worker"), "换一个"),
    Fault("storage forbidden", device(FORBIDDEN)),
    Fault("storage full", device(FULL)),
    Fault("no caches", worker(NO_CACHES)),
    Fault("no DecompressionStream", worker("delete self.DecompressionStream")),
    Fault("stored case damaged", damaged),
    Fault("worker ended between two questions", healthy, afterwards=END_WORKER),
    Fault("worker ended in the middle", worker(NEVER_ENDS)),
]
NAMES = [fault.name for fault in FAULTS]


def test_the_table_has_twenty_faults_in_each_of_three_places() -> None:
    assert len(set(NAMES)) == len(NAMES) >= 20
    assert len(PLACES) == 3


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Iterator[Path]:
    """A folder with a file for each cell, which all processes of this run share."""
    base = tmp_path_factory.getbasetemp()
    folder = (base if worker_id == "master" else base.parent) / "faults"
    folder.mkdir(exist_ok=True)
    yield folder
    print(written(folder))


def written(cells: Path) -> str:
    """The table of the cells that are filled by now."""

    def cell(fault: str, place: str) -> str:
        file = cells / f"{fault}, {place}"
        return file.read_text("utf-8") if file.exists() else ""

    lines = ["| fault | " + " | ".join(PLACES) + " |", "| --- |" + " --- |" * len(PLACES)]
    for fault in NAMES:
        lines.append(f"| {fault} | " + " | ".join(cell(fault, place) for place in PLACES) + " |")
    text = "\n".join(lines) + "\n"
    (BUILD / "faults.md").write_text(text, encoding="utf-8")
    return text


@pytest.fixture(params=PLACES)
def place(
    request: pytest.FixtureRequest, browser: Browser, site: Path, offline: Path, tmp_path: Path
) -> Iterator[Place]:
    context = browser.new_context(locale="zh-CN", service_workers="block")
    context.set_default_timeout(PATIENCE_MS)
    with ExitStack() as stack:
        if request.param == "from files":
            folder = linked(offline, tmp_path / "files")
            yield Place(request.param, folder.as_uri(), context, folder)
        else:
            sent = re.search(r"Content-Security-Policy: (.*)", (site / "_headers").read_text())
            policy = sent[1] if sent and request.param == "with headers" else None
            server = stack.enter_context(serving({"/": site}, policy=policy))
            yield Place(request.param, server.base, context, site, server)
    context.close()


def linked(folder: Path, to: Path) -> Path:
    """The page, and all that it asks for; nothing in it is written, only put in another's place."""
    for path in [*folder.glob("assets/**/*"), folder / PAGE]:
        if path.is_file():
            target = to / path.relative_to(folder)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.hardlink_to(path)
    return to


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_a_fault_is_survived(place: Place, fault: Fault, table: Path) -> None:
    fault.bring(place)
    opened = place.open()
    section = opened.locator("[data-calculator=overdue-cost]")
    expect(section.locator("[data-figure=total_due]")).to_be_visible()
    if fault.says == "没能启动":
        survived = without_script(section)
        place.mend()
    else:
        survived = with_script(opened, section, fault)
        place.mend()
    heals(place, opened, fault)
    (table / f"{fault.name}, {place.name}").write_text(survived, "utf-8")


def without_script(section: Locator) -> str:
    expect(section.locator(".hq-still")).to_have_css("opacity", "1", timeout=10_000)
    return "read, said, healed"


def with_script(opened: Page, section: Locator, fault: Fault) -> str:
    """Typed, and answered or told why not; in both cases what was typed stands."""
    block(opened, "overdue-cost")
    if fault.afterwards:
        section.locator("[name=days_overdue]").fill("31")
        expect_answer(section)
        opened.evaluate(fault.afterwards)
    section.locator("[name=principal]").fill(TYPED)
    if fault.name == "worker ended in the middle":
        expect(section.locator("[data-stop]")).to_be_visible()
        opened.evaluate(END_WORKER)
    if fault.says:
        from_files = opened.url.startswith("file:")
        words = fault.says_from_files if from_files and fault.says_from_files else fault.says
        expect(section.locator(".hq-status")).to_contain_text(words, timeout=PATIENCE_MS)
        expect(section).to_have_attribute("data-stale", "")
    else:
        expect_answer(section)
    expect(section.locator("[name=principal]")).to_have_value(TYPED)
    if fault.name in HOPELESS:
        return "read, said, kept"
    return "read, said, healed" if fault.says else "read, answered"


HOPELESS = {"no WebAssembly", "WebAssembly blocked", "memory refused", "no Worker"}
KEEPS_NOTHING = {"storage full"}


def heals(place: Place, opened: Page, fault: Fault) -> None:
    """The next visit in this tab: all as it was, and what was typed is there."""
    try:
        opened.reload()
    except Error:  # the page was being left
        opened.goto(f"{place.base}/{PAGE}")
    section = block(opened, "overdue-cost")
    if fault.says != "没能启动" and fault.name not in KEEPS_NOTHING:
        expect(section.locator("[name=principal]")).to_have_value(TYPED)
    if fault.name not in HOPELESS and fault.name != "worker ended in the middle":
        section.locator("[name=days_overdue]").fill("44")
        expect_answer(section)

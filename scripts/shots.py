"""Pictures of the key screens, on a phone and on a desk, light and dark: ``make shots``."""

from __future__ import annotations

import shutil
from collections.abc import Callable

from playwright.sync_api import Browser, Page, expect, sync_playwright

from scripts import chromium
from scripts.bench.server import serving
from scripts.generator.steps import BUILD

SITE, SHOTS = BUILD / "site", BUILD / "shots"
DEVICES = {"phone": (360, 740), "desk": (1440, 900)}
THEMES = ("light", "dark")
TIMEOUT_MS = 40_000


def main() -> None:
    """Write every picture anew into ``build/shots``."""
    shutil.rmtree(SHOTS, ignore_errors=True)
    SHOTS.mkdir(parents=True)
    with sync_playwright() as playwright, serving({"/": SITE}, "gzip", None) as server:
        browser = playwright.chromium.launch(
            executable_path=chromium.find(), args=["--no-sandbox", "--disable-gpu"]
        )
        for device in DEVICES:
            for theme in THEMES:
                _shoot(browser, server.base, device, theme)
        browser.close()
    print(f"shots  {len(list(SHOTS.glob('*.png')))} pictures in {SHOTS.relative_to(BUILD.parent)}/")


def _shoot(browser: Browser, base: str, device: str, theme: str) -> None:
    """All screens of one device in one theme, in one visit."""
    width, height = DEVICES[device]
    context = browser.new_context(
        viewport={"width": width, "height": height},
        device_scale_factor=2 if device == "phone" else 1,
        color_scheme="dark" if theme == "dark" else "light",
        locale="zh-CN",
        reduced_motion="reduce",
    )
    page = context.new_page()
    for name, (path, prepare) in SCREENS.items():
        page.goto(f"{base}/{path}")
        prepare(page)
        page.wait_for_timeout(200)
        page.screenshot(path=SHOTS / f"{name}-{device}-{theme}.png")
    context.close()


def _nothing(_: Page) -> None:
    """The screen as it opens."""


def _scroll(selector: str) -> Callable[[Page], None]:
    def prepare(page: Page) -> None:
        page.locator(selector).first.evaluate(
            "e => scrollTo(0, e.getBoundingClientRect().top + scrollY - 100)"
        )

    return prepare


def _computed(page: Page) -> None:
    """A result of the reader's own, with a point of the picture picked."""
    page.locator("[name=principal]").fill("36500")
    figure = page.locator("[data-figure=principal_due]")
    expect(figure).to_have_attribute("value", "36500.00", timeout=TIMEOUT_MS)
    page.locator("[data-chart] .hq-slider").first.press("End")
    _scroll("output")(page)


def _mistaken(page: Page) -> None:
    page.locator("[name=principal]").fill("很多")
    page.locator("[name=principal]").press("Tab")  # a mistake is told when its field is left
    expect(page.locator("[data-error-for=principal]")).to_be_visible(timeout=TIMEOUT_MS)
    _scroll("[data-calculator]")(page)


def _told(page: Page) -> None:
    page.locator("[name=principal]").fill("20000")
    expect(page.locator("[data-figure=total_due]")).to_be_visible(timeout=TIMEOUT_MS)
    _scroll("[data-case-panel]")(page)


def _ticked(page: Page) -> None:
    page.get_by_label("第 1 期还了").check()
    expect(page.locator("[data-rows=paid] [data-row]")).to_have_count(1, timeout=TIMEOUT_MS)
    page.wait_for_timeout(1500)
    _scroll("[data-table=plan]")(page)


SCREENS: dict[str, tuple[str, Callable[[Page], None]]] = {
    "01-home": ("", _nothing),
    "02-triage": ("", _scroll("[data-calculator]")),
    "03-stage-map": ("stages/", _scroll(".hq-map")),
    "04-stage": ("stages/day-1-3/", _nothing),
    "05-form": ("calculators/overdue-cost/", _mistaken),
    "06-result": ("calculators/overdue-cost/", _computed),
    "07-picture": ("calculators/overdue-cost/", _scroll("[data-chart]")),
    "08-letter": ("letters/hardship-hold/", _scroll("[data-document]")),
    "09-my-case": ("my-case/", _told),
    "10-my-plan": ("my-plan/", _ticked),
}


if __name__ == "__main__":
    main()

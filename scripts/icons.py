"""Draw the icons of the installed site from the theme's own: ``python -m scripts.icons``.

Run it when ``favicon.svg`` has changed, and commit what it writes: the build needs no browser.
"""

from __future__ import annotations

from playwright.sync_api import Browser, sync_playwright

from scripts import chromium
from scripts.generator.steps import ROOT

ASSETS = ROOT / "theme" / "overrides" / "assets"
# A maskable icon may be cut to a circle of four fifths; its ground goes to the edge.
ICONS = {"180": (180, 0), "192": (192, 0), "512": (512, 0), "512-maskable": (512, 12)}
GROUND = "#1b5e4f"


def main() -> None:
    """Write every size."""
    (ASSETS / "icons").mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=["--no-sandbox"])
        for name in ICONS:
            (ASSETS / "icons" / f"{name}.png").write_bytes(draw(browser, name))
        browser.close()


def draw(browser: Browser, name: str) -> bytes:
    """One icon as PNG; phones round its corners themselves."""
    size, margin = ICONS[name]
    svg = (ASSETS / "favicon.svg").read_text("utf-8")
    page = browser.new_page(viewport={"width": size, "height": size})
    style = f"body{{margin:0;background:{GROUND}}}svg{{display:block;padding:{margin}%;box-sizing:border-box}}"
    page.set_content(f"<style>{style}</style>{svg}")
    return page.screenshot()


if __name__ == "__main__":
    main()

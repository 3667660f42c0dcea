"""A calculator block in a page: what stands in its form, and what the package says to that."""

from __future__ import annotations

import json
from time import monotonic
from typing import Any, cast

from playwright.sync_api import BrowserContext, Locator, Page, expect

from calculators.browser import respond

# Long enough for a cold start on a busy machine.
PATIENCE_MS = 40_000

# A reader who saves data: nothing is started before it is asked for.
SAVES_DATA = "Object.defineProperty(navigator, 'connection', {value: {saveData: true}})"

CONTROLS = """section => [...section.querySelector('form').elements].filter(c => c.name).map(c => {
  const bare = c.dataset.suffix && /^\\s*[\\d.,]+\\s*$/.test(c.value)
  const text = c.type === 'checkbox' ? String(c.checked) : c.value + (bare ? c.dataset.suffix : '')
  return [c.name, text]
})"""
# What a reader sees of the line above the tools: no letter that is clipped.
PEEKED = """line => {
  const said = line.querySelector(".hq-peek-said") ?? line, box = said.getBoundingClientRect()
  if (line.hidden || box.height === 0) return ""
  const range = document.createRange(), seen = []
  for (const text of [...said.childNodes]) for (let at = 0; at < text.length; at++) {
    range.setStart(text, at)
    range.setEnd(text, at + 1)
    const letter = range.getBoundingClientRect()
    if (letter.bottom <= box.bottom + 2 && letter.right <= box.right + 1) seen.push(text.data[at])
  }
  return seen.join("")
}"""
LISTS = "section => [...section.querySelectorAll('[data-rows]')].map(g => g.dataset.rows)"


def block(page: Page, tool: str) -> Locator:
    """The block, once the page's script has brought it to life."""
    found = page.locator(f"[data-calculator={tool}]")
    expect(found).to_have_attribute("data-alive", "")
    return found


def typed(section: Locator) -> dict[str, Any]:
    """What stands in the form, read independently of the page's own script."""
    return assembled(section.evaluate(LISTS), section.evaluate(CONTROLS))


def assembled(lists: list[str], controls: list[tuple[str, str]]) -> dict[str, Any]:
    """The form's names and texts as the calculators read them."""
    values: dict[str, Any] = {}
    for name in lists:
        _put(values, name.split("."), [])
    for name, text in controls:
        _put(values, name.split("."), text)
    return values


def _put(into: Any, path: list[str], value: Any) -> None:
    name, *rest = path
    if not rest:
        into[name] = value
    elif isinstance(into.get(name), list):
        rows, index = into[name], int(rest[0])
        rows += [{} for _ in range(index + 1 - len(rows))]
        _put(rows[index], rest[1:], value)
    else:
        _put(into.setdefault(name, {}), rest, value)


def answer(section: Locator) -> dict[str, Any]:
    """What the package answers to the form as it stands, for the block's day."""
    asked = {
        "tool": section.get_attribute("data-calculator"),
        "inputs": typed(section),
        "on": section.get_attribute("data-on"),
    }
    return cast("dict[str, Any]", json.loads(respond(json.dumps(asked))))


def expect_answer(section: Locator) -> dict[str, Any]:
    """The page shows the headline of the package's answer, or the sentence beside the field."""
    said = answer(section)
    # The headline may be the same before and after; whoever goes on must not have the answer drawn under him.
    expect(section).not_to_have_attribute("data-busy", "", timeout=PATIENCE_MS)
    if said["ok"]:
        headline = section.locator("output .hq-headline")
        expect(headline).to_have_text(said["result"]["headline"], timeout=PATIENCE_MS)
    else:
        # A mistake is said once its field has been left.
        section.evaluate("() => document.activeElement.blur()")
        place = section.locator("[data-error-for]:visible, .hq-status:visible").first
        expect(place).to_contain_text(said["errors"][0]["message"], timeout=PATIENCE_MS)
    return said


def unfolded(section: Locator) -> Locator:
    """The form with every fold of it open."""
    section.locator("form").evaluate(
        "f => f.querySelectorAll('details').forEach(d => { d.open = true })"
    )
    return section


def in_the_worker(context: BrowserContext, code: str) -> None:
    """Run this first in Python's worker; ``NTH`` in it is the number of the worker within the page.

    The worker is made of text that was looked through, so it is changed where it is made.
    """
    context.add_init_script(f"""
      const {{ Blob }} = window
      let begun = 0
      window.Blob = class extends Blob {{
        constructor(parts, how) {{
          if (how?.type === 'text/javascript') {{
            parts = [{json.dumps(code + ";")}.replaceAll('NTH', ++begun), ...parts]
          }}
          super(parts, how)
        }}
      }}""")


def wait_fresh(section: Locator) -> None:
    """Wait until the output has been replaced since ``mark`` was called."""
    expect(section.locator("output [data-old]")).to_have_count(0, timeout=PATIENCE_MS)


def mark(section: Locator) -> None:
    section.evaluate("s => s.querySelector('output > *').setAttribute('data-old', '')")


def until(page: Page, expression: str, arg: object = None) -> None:
    """Wait until an expression of the page is true.

    Playwright's own waiting evaluates text inside the page, which our policy forbids.
    """
    end = monotonic() + 30
    while not page.evaluate(expression, arg):
        assert monotonic() < end, f"never true: {expression}"
        page.wait_for_timeout(30)

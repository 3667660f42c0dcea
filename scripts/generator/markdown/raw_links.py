"""The links of raw HTML as each generator wants them.

MkDocs leaves them alone, so they are written as the finished page needs them: `../../rights/x/` in
`cases/late/`. Zensical takes them as written beside the page's file, `cases/late.md`, and puts one `../`
before each; for such a page one is left out.
"""

from __future__ import annotations

import re
from pathlib import PurePath

from markdown import Markdown
from markdown.postprocessors import Postprocessor

from scripts.generator.markdown.page_file import Page
from scripts.generator.markdown.trust import Written

# After raw HTML is back at its place (30), before the last reading (1).
PRIORITY = 2
# Zensical hands this to every extension; no other generator knows it.
_ZENSICAL = "rendering_context"
_UP = "../"
# A file that lies in the page's own folder, such as the telephone numbers to be kept.
_OWN_FILE = re.compile(r'(?<=\s)(href|src)="([\w-]+\.(?!md")[a-z0-9]+)"')


class RawLinks(Postprocessor):
    """Leaves out of every raw link what Zensical will put before it; under MkDocs it does nothing."""

    def __init__(self, md: Markdown, written: Written) -> None:
        super().__init__(md)
        self.written = written

    def run(self, text: str) -> str:
        """The page's HTML with the links that climb to the top of the site as they are wanted."""
        return as_wanted(text, self.written.page) if _ZENSICAL in self.md.preprocessors else text


def as_wanted(text: str, page: Page) -> str:
    """The HTML with its links to the top of the site written from beside the page's own file."""
    if page.path.endswith(("/index.md", "/README.md")) or not page.root:
        return text
    climbing = re.compile(rf'(?<=\s)(href|src)="{re.escape(page.root)}(?!\.\./)')
    text = climbing.sub(lambda link: f'{link[1]}="{page.root.removeprefix(_UP)}', text)
    own = PurePath(page.path).stem
    return _OWN_FILE.sub(lambda link: f'{link[1]}="{own}/{link[2]}"', text)

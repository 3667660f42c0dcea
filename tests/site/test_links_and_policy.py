"""Pages that lead somewhere, load nothing foreign, and let only our own scripts run."""

from __future__ import annotations

import base64
import hashlib
import re
import zipfile
from pathlib import Path
from urllib.parse import unquote, urldefrag, urlsplit

import pytest

from scripts.generator.integrity import integrity
from scripts.generator.publish.policy import inline_scripts
from tests.conftest import BUILD, ROOT
from tests.site.conftest import Page

# Attributes by which a page loads something; a link to press is not one.
LOADS = [
    ("script", "src"),
    ("img", "src"),
    ("iframe", "src"),
    ("link", "href"),
    ("source", "srcset"),
]


def test_nothing_is_loaded_from_elsewhere(our_pages: list[Page]) -> None:
    for page in our_pages:
        for tag, attribute in LOADS:
            for element in page.html.select(f"{tag}[{attribute}]"):
                if "canonical" not in element.get("rel", ""):
                    assert local(str(element[attribute])), (page.name, element)


def local(link: str) -> bool:
    parts = urlsplit(link)
    return not parts.netloc and parts.scheme in {"", "data"}


@pytest.mark.parametrize("name", ["site", "offline"])
def test_styles_load_nothing_from_elsewhere(name: str) -> None:
    sheets = list((BUILD / name).rglob("*.css"))
    assert sheets
    for sheet in sheets:
        links = re.findall(r"url\([\"']?([^\"')]+)", sheet.read_text("utf-8"))
        assert all(local(link) for link in links), sheet


def test_every_link_leads_to_a_page_and_a_place_in_it(any_pages: list[Page]) -> None:
    """Within its own folder, so under a sub-path too, and whichever generator made it."""
    pages = {page.path: page for page in any_pages}
    lost = []
    for page in any_pages:
        for link in page.html.select("a[href]"):
            href = str(link["href"])
            if _made_after(page, href) or not local(href):
                continue
            if not leads_somewhere(page, href, pages):
                lost.append(f"{page.name}: {link['href']}")
    assert not lost, "\n".join(lost)


def _made_after(page: Page, href: str) -> bool:
    """Sheets and feeds, which our build adds to Material's pages; a bare Zensical build has none."""
    return page.edition.name not in ("site", "offline") and bool(
        re.search(r"/paper/[\w-]+\.html$|/rules-changelog\.(?:xml|ics)$", href)
    )


def test_no_page_of_ours_leads_to_an_address_that_moved(our_pages: list[Page]) -> None:
    moved = {page.path for page in our_pages if page.html.select("body[data-moved]")}
    lost = []
    for page in our_pages:
        for link in page.html.select("a[href]"):
            target = (page.path.parent / urldefrag(unquote(str(link["href"])))[0]).resolve()
            if {target, target / "index.html"} & moved and page.path not in moved:
                lost.append(f"{page.name}: {link['href']}")
    assert not lost, "\n".join(lost)


def leads_somewhere(page: Page, href: str, pages: dict[Path, Page]) -> bool:
    path, fragment = urldefrag(unquote(href))
    if page.name == "404.html" and path.startswith("/"):
        target = page.edition / path.lstrip("/")
    else:
        target = (page.path.parent / path).resolve() if path else page.path
    if target.is_dir():
        if page.edition.name == "offline":
            return False  # a browser would list the folder
        target /= "index.html"
    if not target.is_relative_to(page.edition.resolve()):
        return False  # above the site: at the top of a host it would be led back, under a path it is lost
    if not fragment or target not in pages:
        return target.exists()
    return fragment in pages[target].ids


def test_the_policy_comes_first_and_allows_no_inline_script_but_ours(our_pages: list[Page]) -> None:
    for page in our_pages:
        meta = page.html.select_one("meta[http-equiv=Content-Security-Policy]")
        assert meta, page.name
        before_scripts = page.text.partition("<script")[0]  # a sheet of paper has none
        assert "Content-Security-Policy" in before_scripts, page.name
        sources = directive(str(meta["content"]), "script-src")
        assert not {"'unsafe-inline'", "'unsafe-eval'", "*", "https:", "data:"} & sources, page.name
        for code in inline_scripts(page.text):
            digest = base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()
            assert f"'sha256-{digest}'" in sources, (page.name, code[:80])


def test_no_page_tells_another_site_where_its_reader_came_from(our_pages: list[Page]) -> None:
    for page in our_pages:
        (said,) = page.html.select("head > meta[name=referrer]")
        assert said["content"] == "no-referrer", page.name


# What an account would want. A letter may bear its writer's number; no form and no link needs it.
WANTED = (
    "[required], form[action], input[type=password], input[type=tel], input[type=email], "
    "[autocomplete*=one-time], [autocomplete*=tel], [autocomplete*=email], [autocomplete*=username]"
)


def test_no_page_asks_for_an_account_or_a_number_to_ring(our_pages: list[Page]) -> None:
    for page in our_pages:
        assert not page.html.select(WANTED), page.name
        for label in page.html.select("label[for]"):
            field = page.html.find(id=label["for"])
            asks = re.search("手机号|验证码|密码|账号", label.get_text())
            assert not asks or field is None or field.get("type") == "checkbox", (page.name, label)


def directive(policy: str, name: str) -> set[str]:
    parts = [part.split() for part in policy.split(";")]
    return next(set(sources) for found, *sources in parts if found == name)


def test_nothing_can_be_sent_anywhere_else(editions: dict[str, list[Page]]) -> None:
    allowed = {"site": {"'self'"}, "offline": {"blob:", "data:"}}
    for name, sources in allowed.items():
        for page in editions[name]:
            meta = page.html.select_one("meta[http-equiv=Content-Security-Policy]")
            policy = str(meta["content"]) if meta else ""
            assert directive(policy, "connect-src") <= sources, page.name
            assert directive(policy, "form-action") == {"'none'"}, page.name


def test_every_script_and_style_of_the_website_carries_its_hash(
    editions: dict[str, list[Page]],
) -> None:
    """Files on a disk have no such thing: browsers would refuse them."""
    for page in editions["site"]:
        asked = page.html.select(
            "script[src], link[rel=stylesheet], link[rel=preload][as=script], [data-search]"
        )
        for element in asked:
            name = next(str(element[a]) for a in ("src", "href", "data-search") if element.get(a))
            file = page.edition / name.lstrip("/") if name[0] == "/" else page.path.parent / name
            said = element.get("integrity") or element.get("data-integrity")
            assert said == integrity(file.read_bytes()), (page.name, name)
    for page in editions["offline"]:
        assert not page.html.select("[integrity], [data-integrity]:not([data-start])"), page.name


def test_no_script_opens_windows_or_calls(site: Path, offline: Path) -> None:
    """What no policy forbids: whoever adds one has to say so on the privacy page."""
    scripts = [*site.rglob("*.js"), *offline.rglob("*.js"), BUILD / "huanqing.html"]
    assert len(scripts) > 10
    for path in scripts:
        used = re.findall(r"RTCPeerConnection|webkitRTC|window\.open\(", path.read_text("utf-8"))
        assert not used, (path, used)


def test_the_worker_obeys_the_page_on_every_host(editions: dict[str, list[Page]]) -> None:
    """It is made of text and has no headers; all pages say the same, as one leads to the next."""
    policies = {
        str(page.html.select_one("meta[http-equiv=Content-Security-Policy]")["content"])  # type: ignore[index]
        for page in editions["site"]
    }
    (policy,) = policies
    assert directive(policy, "worker-src") == directive(policy, "child-src") == {"'self'", "blob:"}
    assert directive(policy, "frame-src") == {"'none'"}
    assert directive(policy, "require-trusted-types-for") == {"'script'"}


def test_no_page_carries_a_handler_in_its_markup(our_pages: list[Page]) -> None:
    for page in our_pages:
        handlers = re.findall(r"<[^>]+\son[a-z]+=", page.text)
        assert not handlers, (page.name, handlers[:3])


def test_every_page_is_chinese_and_says_what_it_is(editions: dict[str, list[Page]]) -> None:
    for page in editions["site"]:
        assert page.html.html and str(page.html.html["lang"]).startswith("zh"), page.name
        assert page.html.title and page.html.title.text.strip(), page.name
        assert page.html.select_one("meta[name=description]"), page.name


def test_the_archive_is_the_offline_edition(offline: Path) -> None:
    with zipfile.ZipFile(BUILD / "huanqing-offline.zip") as archive:
        packed = {name.removeprefix("huanqing/"): archive.read(name) for name in archive.namelist()}
    files = {p.relative_to(offline).as_posix(): p for p in offline.rglob("*") if p.is_file()}
    assert packed.keys() == files.keys()
    assert all(packed[name] == path.read_bytes() for name, path in files.items())


def test_no_place_for_words_is_sent_to_be_spelled_or_translated(
    editions: dict[str, list[Page]],
) -> None:
    """Browsers send what is typed to a spelling service, and what is shown to a translator."""
    for page in editions["site"]:
        for field in page.html.select("[data-words], textarea, input[type=search]"):
            assert field.get("spellcheck") == "false", (page.name, field)
            assert field.get("translate") == "no" or field.get("type") == "search", page.name


def test_what_the_readme_starts_listens_to_this_machine_only() -> None:
    commands = re.findall(r"^.*http\.server.*$", (ROOT / "README.md").read_text("utf-8"), re.M)
    assert commands
    assert all("--bind 127.0.0.1" in command for command in commands)

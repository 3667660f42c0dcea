"""The build: the same bytes twice, nothing of the server's half, and a linker that knows its limits."""

from __future__ import annotations

import json
import subprocess
import zipfile
from datetime import date
from pathlib import Path

import pytest
from jinja2 import compiler

from calculators import rules
from scripts.generator.runtime import archives, questions, wasm
from scripts.generator.runtime.image import Image, take_image
from scripts.generator.runtime.paths import NODE, PYODIDE
from scripts.generator.steps import ROOT


@pytest.fixture(scope="module")
def wheels(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("wheels")
    archives.wheels(ROOT, folder)
    return sorted(folder.iterdir())


def test_two_builds_give_the_same_wheels(wheels: list[Path], tmp_path: Path) -> None:
    archives.wheels(ROOT, tmp_path)
    for first, second in zip(wheels, sorted(tmp_path.iterdir()), strict=True):
        assert first.name == second.name
        assert first.read_bytes() == second.read_bytes()


@pytest.fixture(scope="module")
def images(
    wheels: list[Path], runtime: Path, tmp_path_factory: pytest.TempPathFactory
) -> list[Path]:
    """Two of the same, the second where another language is spoken."""
    (library,) = runtime.glob("pyodide.*/python_stdlib.zip")
    folders = []
    with pytest.MonkeyPatch.context() as patch:
        for spoken in ("C.UTF-8", "de_DE.UTF-8"):
            patch.setenv("LC_ALL", spoken)
            folders.append(tmp_path_factory.mktemp("image"))
            take_image(wheels, library, questions.questions(forms=2), folders[-1])
    return folders


def test_two_images_are_the_same_byte_for_byte(images: list[Path]) -> None:
    first, second = map(Image.read, images)
    # pytest would show how megabytes differ.
    assert (first == second) is True


def test_an_image_does_not_know_where_it_was_made(images: list[Path]) -> None:
    memory = (images[-1] / "memory.bin").read_bytes()
    assert b"./this.program" in memory  # what stands in place of a path
    assert (str(ROOT).encode() in memory) is False
    assert (b"LANG=C.UTF-8" in memory) is True


def test_readers_fetch_nothing_that_only_makers_read(runtime: Path) -> None:
    """What a rule is quoted with, what a class says of itself, and the names in code that is gone."""
    (python,) = runtime.glob("python.*.wasm")
    image = python.read_bytes()
    quoted = [rule.text for rule in rules.at(date.max).all() if rule.text]
    there = [text for text in quoted if text[:20].encode("utf-16-le") in image]
    assert len(there) <= 3, "answers may say what a rule says; not all of it"
    assert "这条消息".encode("utf-16-le") in image  # as the others would stand there
    assert (b"Inputs(" in image) is False
    # A number anywhere in memory that equals its address keeps a name by chance; which ones differs
    # with every image. If none were freed, all of them would be there.
    unread = [name for name in vars(compiler.CodeGenerator) if name.startswith("visit_")]
    kept = [name for name in unread if f"CodeGenerator.{name}".encode() in image]
    assert len(unread) > 50
    assert len(kept) <= len(unread) / 5, kept


def test_the_wheel_holds_rules_as_json_and_no_sources(wheels: list[Path]) -> None:
    (own,) = (wheel for wheel in wheels if wheel.name.startswith("huanqing"))
    names = zipfile.ZipFile(own).namelist()
    assert "calculators/rules/rules.json" in names
    assert not [name for name in names if name.endswith((".py", ".yml"))]


def test_everything_published_is_named_by_its_content(runtime: Path) -> None:
    manifest = json.loads((runtime / "manifest.json").read_text())
    names = [manifest[key] for key in ("worker", "python", "fallback", "pyodide")]
    names += manifest["offline"].values()
    assert all((runtime / name).exists() for name in names)
    assert all(len(name.rstrip("/").split(".")[1]) == 10 for name in names)


def test_the_image_answers_under_node(runtime: Path) -> None:
    request = json.dumps({"tool": "repayment-schedule", "inputs": {}, "on": "2026-11-23"})
    done = subprocess.run(
        [NODE, ROOT / "scripts" / "generator" / "runtime" / "node_run.mjs", "--image"],
        input=f"{request}\n{request}\n",
        capture_output=True,
        text=True,
        check=True,
    )
    first, second = map(json.loads, done.stdout.splitlines())
    assert first["ok"]
    assert first == second


def test_taking_apart_and_joining_keeps_a_module() -> None:
    module = (PYODIDE / "pyodide.asm.wasm").read_bytes()
    sections = wasm.split(module)
    assert wasm.split(wasm.join(sections)) == sections


@pytest.mark.parametrize("number", [0, 1, 63, 64, 127, 128, 300, 2**31 - 1])
def test_numbers_are_written_as_the_specification_says(number: int) -> None:
    assert wasm.unsigned(wasm.encode(number), 0) == (number, len(wasm.encode(number)))


def test_constants_keep_their_sign() -> None:
    # Core Specification 5.2.2: signed LEB128 repeats the sign in bit 6 of the last byte.
    assert wasm.constant(64) == bytes([wasm.I32_CONST, 0xC0, 0x00])
    assert wasm.constant(-1) == bytes([wasm.I32_CONST, 0x7F])

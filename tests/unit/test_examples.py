"""The examples in the docstrings of `calculators.finance`: each is run, and no function lacks one."""

import doctest
import inspect
from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType
from typing import Any

import pytest

from calculators import finance

MODULES = [
    import_module(f"{finance.__name__}.{found.name}") for found in iter_modules(finance.__path__)
]


def examples(module: ModuleType) -> list[doctest.DocTest]:
    """The docstrings of a module that hold an example."""
    return doctest.DocTestFinder(exclude_empty=True).find(module)


def functions(module: ModuleType) -> Iterator[tuple[str, Any]]:
    """The public functions that a module defines itself."""
    for name, found in inspect.getmembers(module, inspect.isfunction):
        if found.__module__ == module.__name__ and not name.startswith("_"):
            yield name, found


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__.rpartition(".")[2])
def test_every_example_gives_the_number_it_says(module: ModuleType) -> None:
    runner = doctest.DocTestRunner(verbose=False)
    wrong: list[str] = []
    for example in examples(module):
        runner.run(example, out=wrong.append)
    assert not wrong, "".join(wrong)


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__.rpartition(".")[2])
def test_every_public_function_asks_a_question_and_answers_it(module: ModuleType) -> None:
    for name, found in functions(module):
        text = inspect.getdoc(found) or ""
        assert "?" in text, f"{name} asks nothing"
        assert ">>> " in text, f"{name} has no example"


def test_there_are_at_least_sixty() -> None:
    answered = [e for m in MODULES for test in examples(m) for e in test.examples if e.want]
    assert len(answered) >= 60

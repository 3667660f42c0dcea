"""How the audit reads what the services say; it asks nobody here."""

from __future__ import annotations

import pytest

from scripts.checks import audit
from scripts.checks.audit import Findings


def test_a_package_nobody_answered_for_is_no_good_news() -> None:
    # As pip-audit 2.10.1 prints it where the index has no JSON interface, with exit status 0.
    report = {
        "dependencies": [
            {"name": "jinja2", "version": "3.1.6", "vulns": [{"id": "GHSA-1", "fix_versions": []}]},
            {"name": "attrs", "skip_reason": "Dependency not found on PyPI"},
        ]
    }
    assert audit.from_pip_audit(report) == Findings({"GHSA-1": "jinja2"}, ("attrs",))


def test_npm_names_advisories_once_and_not_who_depends_on_them() -> None:
    report = {
        "vulnerabilities": {
            "inner": {"via": [{"url": "https://github.com/advisories/GHSA-2"}]},
            "outer": {"via": ["inner"]},
        }
    }
    assert audit.from_npm(report) == Findings({"GHSA-2": "inner"}, ())


def test_a_registry_without_audit_is_said() -> None:
    assert audit.from_npm({"message": "405 Method Not Allowed"}).unanswered


def test_withdrawn_packages_are_named() -> None:
    lock = {"packages": {"": {}, "node_modules/a/node_modules/b": {"deprecated": "use c"}}}
    assert list(audit.abandoned(lock)) == ["b: use c"]


@pytest.mark.parametrize(
    ("findings", "explained", "status"),
    [
        (Findings({}, ()), {}, 0),
        (Findings({}, ("attrs",)), {}, 2),
        (Findings({"GHSA-1": "jinja2"}, ()), {}, 1),
        (Findings({"GHSA-1": "jinja2"}, ()), {"GHSA-1": "only our own templates"}, 0),
        (Findings({}, ()), {"GHSA-1": "gone"}, 1),
    ],
)
def test_only_a_clean_or_explained_answer_passes(
    monkeypatch: pytest.MonkeyPatch, findings: Findings, explained: dict[str, str], status: int
) -> None:
    monkeypatch.setattr(audit, "python", lambda _: findings)
    monkeypatch.setattr(audit, "npm", lambda: Findings({}, ()))
    monkeypatch.setattr(audit, "EXPLAINED", explained)
    assert audit.main() == status


def test_silence_is_said_in_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(audit, "python", lambda _: Findings({}, ()))
    monkeypatch.setattr(audit, "npm", lambda: Findings({}, ("package-lock.json (no answer)",)))
    assert audit.main() == 2
    assert "No advisory service answered for package-lock.json:" in capsys.readouterr().out

"""Checks that scanners find nothing in production templates except suppressed findings and exceptions with a reason."""

import pytest

from batch import DIALECTS_BY_SCANNER
from scanners import SCANNERS, ControlTower, Finding, ScannerUnavailableError
from templates import DIALECTS, exceptions, production, templates, without_exceptions

each_scanner = pytest.mark.parametrize("scanner", SCANNERS, ids=lambda scanner: scanner.name.split()[0])
each_production_template = pytest.mark.parametrize("template", production(), ids=str)
each_scanner_with_suppressions = pytest.mark.parametrize(
    "scanner",
    [scanner for scanner in SCANNERS if scanner.name in DIALECTS_BY_SCANNER],
    ids=lambda scanner: scanner.__name__,
)


def test_examples_have_production_templates():
    assert production()


@each_production_template
@each_scanner
def test_production_template_has_no_findings(scanner, template, batch):
    found = without_exceptions(batch.findings_in(scanner, template.file), template)
    assert not found, "change the template, or add a reason to KnownFinding or exceptions.yaml"


@each_production_template
@each_scanner_with_suppressions
def test_suppressions_are_exactly_the_findings_without_them(scanner, template, batch):
    dialect = DIALECTS_BY_SCANNER[scanner.name]
    suppressed = {Finding(each.rule, each.resource) for each in dialect.suppressions(batch.trees[template])}
    assert batch.findings_in(scanner, batch.unsuppressed[dialect, template]) == suppressed


@each_scanner_with_suppressions
def test_single_suppression_hides_one_finding(scanner, batch):
    dialect = DIALECTS_BY_SCANNER[scanner.name]
    one_unsuppressed = {
        suppression: file for (other, _, suppression), file in batch.one_unsuppressed.items() if other is dialect
    }
    assert one_unsuppressed
    for suppression, file in one_unsuppressed.items():
        assert batch.findings_in(scanner, file) == {Finding(suppression.rule, suppression.resource)}


@each_production_template
def test_every_suppression_has_a_reason(template, batch):
    for dialect in DIALECTS:
        for suppression, reason in dialect.suppressions(batch.trees[template]).items():
            assert reason.endswith("."), suppression


@pytest.mark.parametrize("template", [each for each in templates() if not each.production], ids=str)
def test_development_template_has_no_suppressions(template, batch):
    assert not [each for dialect in DIALECTS for each in dialect.suppressions(batch.trees[template])]


def test_every_exception_is_needed(batch):
    for exception in exceptions():
        matched = [
            each
            for each in production()
            for found in batch.findings_in(ControlTower, each.file)
            if exception.matches(each, found)
        ]
        assert matched, f"remove {exception.rule} of {exception.resource} from exceptions.yaml"


@each_scanner
def test_scanner_finds_bad_resource(scanner, batch):
    assert [each for each in batch.findings_in(scanner, batch.bad) if each.resource == "Bad"]


def test_missing_scanner_skips_tests_or_fails_them_in_ci(batch, monkeypatch, tmp_path, caplog):
    with pytest.raises(ScannerUnavailableError, match="there is no cfn-guard for win32 on x86_64") as caught:
        ControlTower("win32", "AMD64").scan([batch.bad], tmp_path)
    monkeypatch.setattr(batch, "unavailable", {})
    batch.mark_unavailable(ControlTower, caught.value)
    assert "SKIPPED: Control Tower (cfn-guard) did NOT scan: there is no cfn-guard" in caplog.text

    monkeypatch.setenv("CI", "")
    with pytest.raises(pytest.skip.Exception, match="did NOT scan"):
        batch.findings_in(ControlTower, batch.bad)
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match="did NOT scan"):
        batch.findings_in(ControlTower, batch.bad)


def test_page_is_current(batch, page):
    page.check(batch)

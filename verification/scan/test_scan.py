"""No scanner has anything against a production template but what is suppressed or excepted, each with a reason."""

import pytest

from batch import DIALECT_OF
from scanners import SCANNERS, ControlTower, Finding, ScannerUnavailableError
from templates import DIALECTS, exceptions, production, templates, unexcepted

by_name = pytest.mark.parametrize("scanner", SCANNERS, ids=lambda scanner: scanner.name.split()[0])
by_template = pytest.mark.parametrize("template", production(), ids=str)
with_dialect = pytest.mark.parametrize(
    "scanner", [scanner for scanner in SCANNERS if scanner.name in DIALECT_OF], ids=lambda scanner: scanner.__name__
)


def test_examples_have_production_templates():
    assert production()


@by_template
@by_name
def test_finds_nothing(scanner, template, batch):
    found = unexcepted(batch.of(scanner, template.file), template)
    assert not found, "change the template, or say why it stays: in KnownFinding, or in exceptions.yaml"


@by_template
@with_dialect
def test_suppresses_exactly_what_is_found_without(scanner, template, batch):
    dialect = DIALECT_OF[scanner.name]
    suppressed = {Finding(one.rule, one.resource) for one in dialect.suppressions(batch.whole[template])}
    assert batch.of(scanner, batch.bare[dialect, template]) == suppressed


@with_dialect
def test_finds_what_one_suppression_hid_once_that_alone_is_gone(scanner, batch):
    dialect = DIALECT_OF[scanner.name]
    short = {one: file for (mine, _, one), file in batch.short.items() if mine is dialect}
    assert short
    for one, file in short.items():
        assert batch.of(scanner, file) == {Finding(one.rule, one.resource)}


@by_template
def test_every_suppression_has_a_reason(template, batch):
    for dialect in DIALECTS:
        for one, reason in dialect.suppressions(batch.whole[template]).items():
            assert reason.endswith("."), one


@pytest.mark.parametrize("template", [one for one in templates() if not one.production], ids=str)
def test_development_suppresses_nothing(template, batch):
    assert not [one for dialect in DIALECTS for one in dialect.suppressions(batch.whole[template])]


def test_every_exception_is_needed(batch):
    for one in exceptions():
        matched = [
            each for each in production() for found in batch.of(ControlTower, each.file) if one.matches(each, found)
        ]
        assert matched, f"{one.rule} of {one.resource} is not found any more"


@by_name
def test_finds_what_is_bad(scanner, batch):
    assert [one for one in batch.of(scanner, batch.bad) if one.resource == "Bad"]


def test_scanner_without_a_program_for_this_machine_is_left_out_aloud(batch, monkeypatch, tmp_path, caplog):
    with pytest.raises(ScannerUnavailableError, match="a cfn-guard for win32 on x86_64") as told:
        ControlTower("win32", "AMD64").scan([batch.bad], tmp_path)
    monkeypatch.setattr(batch, "missing", {})
    batch.miss(ControlTower, told.value)
    assert "SKIPPED: Control Tower (cfn-guard) has NOT scanned, for want of a cfn-guard" in caplog.text

    monkeypatch.setenv("CI", "")
    with pytest.raises(pytest.skip.Exception, match="has NOT scanned"):
        batch.of(ControlTower, batch.bad)
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match="has NOT scanned"):
        batch.of(ControlTower, batch.bad)


def test_the_page_says_what_is_found(batch, page):
    page.check(batch)

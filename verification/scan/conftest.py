"""Runs all scanners once for all tests, and provides the page with the results."""

import pytest

from batch import Batch
from page import Page


def pytest_addoption(parser):
    parser.addoption("--record", action="store_true", help="write docs/development/scanners.md")


@pytest.fixture(scope="session")
def page(pytestconfig):
    return Page(record=pytestconfig.getoption("record"))


@pytest.fixture(scope="session")
def batch(tmp_path_factory, page):
    return Batch(tmp_path_factory.mktemp("scan"), page.programs.values()).scan()

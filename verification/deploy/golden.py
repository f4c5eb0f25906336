"""Goldens: files that hold the expected state of a stack. People review them; `--golden-update` writes them."""

from __future__ import annotations

from pathlib import Path

import yaml

import comparison

FOLDER = Path(__file__).parent / "expected"
HEADER = "# The expected content of the account. Review changes like code; `--golden-update` writes this file.\n"
# A mapping or list is written in one line if it is not longer than this.
ONE_LINE = 90


class Dumper(yaml.SafeDumper):
    """Writes short mappings and lists in one line each, and repeats equal values instead of using anchors."""

    def ignore_aliases(self, data):
        return True

    def represent_mapping(self, tag, mapping, flow_style=None):
        node = super().represent_mapping(tag, mapping, flow_style)
        node.flow_style = length(node) <= ONE_LINE
        return node

    def represent_sequence(self, tag, sequence, flow_style=None):
        node = super().represent_sequence(tag, sequence, flow_style)
        node.flow_style = length(node) <= ONE_LINE
        return node


def length(node):
    """Returns the approximate length of a node in one line."""
    if isinstance(node, yaml.ScalarNode):
        return len(node.value)
    if isinstance(node, yaml.MappingNode):
        return 2 + sum(length(key) + length(value) + 4 for key, value in node.value)
    return 2 + sum(length(entry) + 2 for entry in node.value)


def text_of(state):
    return HEADER + yaml.dump(state, Dumper=Dumper, sort_keys=True, width=120, allow_unicode=True)


class Goldens:
    """The goldens of one test run. With `update`, a state replaces its golden instead of being compared with it."""

    def __init__(self, update=False):
        self.update = update
        self.written: dict[str, str] = {}

    def check(self, name, state):
        """Returns the differences between a state and its golden, or writes the golden."""
        if not self.update:
            return self.differences(name, state)
        text = text_of(state)
        assert self.written.setdefault(name, text) == text, f"two different states have the golden {name}"
        FOLDER.mkdir(exist_ok=True)
        (FOLDER / name).write_text(text, encoding="utf-8")
        return []

    def differences(self, name, state):
        file = FOLDER / name
        assert file.is_file(), f"there is no golden {name}; to write it, run this test with --golden-update"
        return comparison.differences(yaml.safe_load(file.read_text(encoding="utf-8")), state)

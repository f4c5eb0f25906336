"""Two pictures of a stack, held against each other both ways."""

from __future__ import annotations


def differences(expected, actual, path=""):
    """One line for everything that is missing, that is too much, or that is different."""
    if isinstance(expected, dict) and isinstance(actual, dict):
        lines = []
        for key in sorted({*expected, *actual}):
            place = f"{path}.{key}" if path else key
            if key not in actual:
                lines.append(f"missing: {place}: {expected[key]}")
            elif key not in expected:
                lines.append(f"too much: {place}: {actual[key]}")
            else:
                lines += differences(expected[key], actual[key], place)
        return lines
    if expected == actual:
        return []
    # Where lists hold the same, their order is what differs, or how often they hold it.
    if isinstance(expected, list) and isinstance(actual, list) and set(expected) != set(actual):
        lines = [f"missing: {path}: {entry}" for entry in expected if entry not in actual]
        return lines + [f"too much: {path}: {entry}" for entry in actual if entry not in expected]
    return [f"different: {path}: {actual} is there, the config says {expected}"]

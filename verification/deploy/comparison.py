"""Compares the expected state of a stack with the actual one."""

from __future__ import annotations


def differences(expected, actual, path=""):
    """Returns one line for each missing, unexpected or different entry."""
    if isinstance(expected, dict) and isinstance(actual, dict):
        lines = []
        for key in sorted({*expected, *actual}):
            place = f"{path}.{key}" if path else str(key)
            if key not in actual:
                lines.append(f"missing: {place}: {expected[key]}")
            elif key not in expected:
                lines.append(f"unexpected: {place}: {actual[key]}")
            else:
                lines += differences(expected[key], actual[key], place)
        return lines
    if expected == actual:
        return []
    if isinstance(expected, list) and isinstance(actual, list):
        lines = [f"missing: {path}: {entry}" for entry in expected if entry not in actual]
        lines += [f"unexpected: {path}: {entry}" for entry in actual if entry not in expected]
        if lines:
            return lines
        # The lists have the same entries, in another order or another number of times.
    return [f"different: {path}: found {actual}, expected {expected}"]

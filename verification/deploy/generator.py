"""The generator as people run it: the jar that the build made, and the commands that it prints."""

from __future__ import annotations

import os
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
JAR = ROOT / "generator/target/generator.jar"

# What the launcher tells the JVM too: they make a short run faster.
FLAGS = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")


@dataclass(frozen=True)
class Rendering:
    """A template, and the command lines that were printed with it."""

    file: Path
    commands: list[str]

    @property
    def deploy(self):
        return self._only(" cloudformation deploy ")

    @property
    def why_it_failed(self):
        return self._only(" describe-stack-events ")

    @property
    def delete(self):
        return self._only(" delete-stack ")

    def _only(self, words):
        found = [command for command in self.commands if words in command]
        assert len(found) == 1, self.commands
        return found[0]


def run(*arguments):
    """Runs the jar with the JDK that runs the build, and gives what it says on standard error."""
    assert JAR.is_file(), f"there is no {JAR}: build it first, by `mvn -pl generator -am package`"
    java = Path(os.environ["JAVA_HOME"], "bin", "java") if os.environ.get("JAVA_HOME") else "java"
    command = [java, *FLAGS, "-jar", JAR, *arguments]
    result = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert result.returncode == 0, result.stderr
    return result.stderr


def render(config, file, environment=None, settings=(), command="render"):
    chosen = [] if environment is None else ["-e", environment]
    told = run(command, config, "-o", file, *chosen, *[word for setting in settings for word in ("--set", setting)])
    return Rendering(file, re.findall(r"(?m)^ +(aws .+)$", told))

"""Runs the generator as users do: the jar of this build, and the commands that it prints."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
JAR = ROOT / "generator/target/generator.jar"

# The JVM options of the launcher. They make short runs faster.
FLAGS = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")


@dataclass(frozen=True)
class Rendering:
    """A template, and the commands that the generator printed with it."""

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

    def option(self, name):
        """Returns the value of an option of the deploy command, or None."""
        words = shlex.split(self.deploy)
        return words[words.index(name) + 1] if name in words else None

    @property
    def has_kms_key(self):
        return "Type: AWS::KMS::Key" in self.file.read_text(encoding="utf-8")


def run(*arguments):
    """Runs the jar with the JDK of the build, and returns its standard error."""
    assert JAR.is_file(), f"{JAR} does not exist. Build it first with `mvn -pl generator -am package`."
    java = Path(os.environ["JAVA_HOME"], "bin", "java") if os.environ.get("JAVA_HOME") else "java"
    command = [java, *FLAGS, "-jar", JAR, *arguments]
    result = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert result.returncode == 0, result.stderr
    return result.stderr


def render(config, file, environment=None, settings=(), command="render"):
    chosen = [] if environment is None else ["-e", environment]
    options = [word for setting in settings for word in ("--set", setting)]
    output = run(command, config, "-o", file, *chosen, *options)
    return Rendering(file, re.findall(r"(?m)^ +(aws .+)$", output))

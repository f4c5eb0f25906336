"""Installs and builds the compared programs in `generator/target/benchmark`."""

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from common.console import PrerequisiteError
from measure import Program, environment_variables
from systems import ROOT, System, write

HERE = Path(__file__).resolve().parent
TARGET = ROOT / "generator" / "target"
WORK = TARGET / "benchmark"
# A run uses no network: no version check, no telemetry, no credentials of the machine.
OFFLINE = {
    "CDK_DISABLE_VERSION_CHECK": "1",
    "CDK_DISABLE_CLI_TELEMETRY": "true",
    "AWS_EC2_METADATA_DISABLED": "true",
}
# The context that `cdk synth` passes to a program in an environment variable, besides the context of cdk.json.
CLI_CONTEXT = {
    "aws:cdk:enable-path-metadata": True,
    "aws:cdk:enable-asset-metadata": True,
    "aws:cdk:version-reporting": True,
    "aws:cdk:bundling-stacks": ["**"],
    "@aws-cdk/core:failSynthOnValidationErrors": False,
}
# All options that make the CDK's template smaller: three of cdk.json, and one of the synthesizer.
SMALLEST = {
    "aws:cdk:enable-path-metadata": False,
    "aws:cdk:version-reporting": False,
    "@aws-cdk/core:suppressTemplateIndentation": True,
    "smallest": True,
}


def java(tool: str) -> str:
    home = os.environ.get("JAVA_HOME")
    return str(Path(home, "bin", tool)) if home else tool


@dataclass(frozen=True)
class Jvm:
    """Java with an empty program."""

    @staticmethod
    def program() -> Program:
        folder = WORK / "bare"
        folder.mkdir(parents=True, exist_ok=True)
        source = folder / "Bare.java"
        source.write_text("class Bare {\n    public static void main(String[] args) {}\n}\n", encoding="utf-8")
        subprocess.run([java("javac"), "-d", folder, source], check=True)
        return Program("jvm", (java("java"), "-cp", str(folder), "Bare"), WORK, folder / "printed")


@dataclass(frozen=True)
class Generator:
    """The generator, started as a jar or by its launcher."""

    jar: Path = TARGET / "generator.jar"
    launcher: Path = TARGET / "ecs-discovery"

    def __post_init__(self):
        if not self.jar.exists():
            raise PrerequisiteError(
                f"{self.jar.name} is missing; run: mvn -q -B -ntp -DskipTests -pl generator -am package"
            )

    def render(self, system: System, *options: str, launched: bool = False) -> Program:
        config, _ = write(system, WORK / "systems")
        start = (str(self.launcher),) if launched else (java("java"), "-jar", str(self.jar))
        name = ("launcher" if launched else "jar") + "-" + system.name
        printed = WORK / "rendered" / ("-".join([name, *(option.strip("-") for option in options)]) + ".template")
        printed.parent.mkdir(parents=True, exist_ok=True)
        limits = ("--no-limits",) if system.services >= 100 else ()
        return Program(name, (*start, str(config), *limits, *options), WORK, printed)

    def version(self) -> str:
        result = subprocess.run(
            [java("java"), "-jar", self.jar, "--version"], check=True, capture_output=True, text=True
        )
        return result.stdout.strip()


class Cdk:
    """The CDK program, installed from npm and compiled once."""

    def __init__(self):
        for tool in ("node", "npm"):
            if not shutil.which(tool):
                raise PrerequisiteError(
                    f"{tool} is missing; install Node.js 20 or newer (Debian: apt-get install nodejs npm)"
                )
        self.folder = WORK / "cdk"
        self.folder.mkdir(parents=True, exist_ok=True)
        self._install()
        self.context = json.loads((self.folder / "cdk.json").read_text(encoding="utf-8"))["context"]

    def _install(self):
        lock = self.folder / "package-lock.json"
        stamp = self.folder / "node_modules" / ".package-lock.json"
        fresh = stamp.exists() and lock.exists() and lock.read_bytes() == (HERE / "cdk" / lock.name).read_bytes()
        for file in (HERE / "cdk").iterdir():
            if file.is_file():
                shutil.copy(file, self.folder)
        if not fresh:
            self._run("npm", "ci", "--no-progress", "--loglevel=error")
        self._run("npx", "--no-install", "tsc")

    def _run(self, *words: str):
        """Runs a command with its output on standard error, because standard output contains only results."""
        if subprocess.run(words, cwd=self.folder, stdout=sys.stderr, check=False).returncode != 0:
            raise PrerequisiteError(f"`{' '.join(words)}` failed in {self.folder.relative_to(ROOT)}")

    def program(self, system: System, validated: bool, smallest: bool = False) -> Program:
        """Returns the program itself, as `cdk synth` starts it."""
        _, facts = write(system, WORK / "systems")
        context = self.context | CLI_CONTEXT | {"system": str(facts)} | _limits(system) | (SMALLEST if smallest else {})
        name = f"cdk-{'validated' if validated else 'plain'}-{system.name}"
        out = WORK / "synthesized" / (name + ("-smallest" if smallest else ""))
        out.mkdir(parents=True, exist_ok=True)
        variables = {"CDK_OUTDIR": str(out), "CDK_CONTEXT_JSON": json.dumps(context)}
        environment = OFFLINE | variables | _validation(validated)
        return Program(name, ("node", "build/app.js"), self.folder, out / "printed", environment)

    def synth(self, system: System, validated: bool) -> Program:
        """Returns the command that a user types."""
        _, facts = write(system, WORK / "systems")
        name = f"synth-{'validated' if validated else 'plain'}-{system.name}"
        out = WORK / "synthesized" / name
        out.mkdir(parents=True, exist_ok=True)
        words = ("npx", "cdk", "synth", "--no-notices", "-c", f"system={facts}", "-o", str(out))
        return Program(name, words, self.folder, out / "printed", OFFLINE | _validation(validated))

    def node(self) -> Program:
        return Program("node", ("node", "-e", ""), WORK, WORK / "bare" / "node")

    def version(self, package: str) -> str:
        described = self.folder / "node_modules" / package / "package.json"
        return json.loads(described.read_text(encoding="utf-8"))["version"]


def template(program: Program) -> Path:
    """Returns the template that the CDK program wrote."""
    return program.printed.with_name("System.template.json")


def _validation(on: bool) -> dict[str, str]:
    return {} if on else {"CDK_VALIDATION": "false"}


def _limits(system: System) -> dict[str, object]:
    return {"@aws-cdk/core:stackResourceLimit": 0} if system.services >= 100 else {}


def first_line(*words: str) -> str:
    result = subprocess.run(words, check=True, capture_output=True, text=True, env=environment_variables())
    return (result.stdout + result.stderr).splitlines()[0]

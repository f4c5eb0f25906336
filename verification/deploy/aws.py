"""Runs the real AWS CLI: as a process for commands that users run, and in this process for all others."""

from __future__ import annotations

import contextlib
import io
import json
import logging
import os
import shlex
import subprocess
import sys
import warnings
from functools import cache

from awscli.clidriver import create_clidriver
from awscli.customizations.scalarparse import add_scalar_parsers
from awscli.paramfile import register_uri_param_handler

log = logging.getLogger("aws")


class AwsCliError(Exception):
    """The AWS CLI returned an exit code other than 0. The text is its output."""


@cache
def driver():
    """Returns the CLI's main program. It is created once, because it reads all its models then. It caches clients."""
    created = create_clidriver()
    created.session.create_client = cache(created.session.create_client)
    return created


def environment(address, folder):
    """Returns the environment of the CLI, without any AWS settings of the user or the machine."""
    others = {key: value for key, value in os.environ.items() if not key.startswith("AWS_")}
    return others | {
        "AWS_ENDPOINT_URL": address,
        "AWS_ACCESS_KEY_ID": "nobody",
        "AWS_SECRET_ACCESS_KEY": "nothing",
        "AWS_CONFIG_FILE": str(folder / "config"),
        "AWS_SHARED_CREDENTIALS_FILE": str(folder / "credentials"),
        "AWS_EC2_METADATA_DISABLED": "true",
        "AWS_MAX_ATTEMPTS": "1",
        "AWS_PAGER": "",
        "NO_PROXY": "*",
    }


class Aws:
    """The CLI in one Region. A command can name another Region."""

    def __init__(self, variables, region):
        self.variables = variables | {"AWS_DEFAULT_REGION": region}
        self.region = region

    def line(self, line):
        """Runs a command line that was printed, logs it, and returns its output."""
        words = shlex.split(line)
        assert words[0] == "aws", line
        return self.run(*words[1:])

    def run(self, *words):
        log.info("$ aws %s", shlex.join(words))
        command = [sys.executable, "-I", "-m", "awscli", *words]
        result = subprocess.run(
            command, env=self.variables, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
        )
        output = result.stdout.strip()
        for line in output.splitlines():
            if line.strip():
                log.info("    %s", line)
        if result.returncode != 0:
            log.info("    (exit code %d)", result.returncode)
            raise AwsCliError(output)
        return output

    def ask(self, *words):
        """Returns the parsed output of a command. Runs in this process, because each new process takes a second."""
        out, err = io.StringIO(), io.StringIO()
        with self.cli_environment(), contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            code = driver().main([*words, "--region", self.region, "--output", "json"])
        # Each run registers these handlers again, and each registered handler would process every argument.
        for initializer in (register_uri_param_handler, add_scalar_parsers):
            driver().session.unregister("session-initialized", initializer)
        if code != 0:
            raise AwsCliError(f"aws {shlex.join(words)}: {err.getvalue().strip()}")
        return json.loads(out.getvalue() or "{}")

    @contextlib.contextmanager
    def cli_environment(self):
        """Gives this process the environment of the CLI for a while."""
        original = dict(os.environ)
        os.environ.clear()
        # The CLI set this variable when it was loaded. It finds its models there.
        os.environ.update(self.variables | {"AWS_DATA_PATH": original["AWS_DATA_PATH"]})
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                yield
        finally:
            os.environ.clear()
            os.environ.update(original)


def elsewhere(aws, region):
    """Returns the CLI for the same account in another Region."""
    return Aws(aws.variables, region)

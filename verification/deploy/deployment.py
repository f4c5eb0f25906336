"""Deploys one config as users do: renders it with the jar, and runs the command that the jar prints."""

from __future__ import annotations

import shlex
import time
from pathlib import Path

import generator
from account import TEMPLATES, Account
from aws import Aws, elsewhere
from golden import Goldens
from stack_view import StackView


class Deployment:
    """A config with everything that a rendering needs, and the Region of its stack.

    `region` is the default Region of the CLI, for configs without a Region of their own. `platform` is the deployment
    that this one joins. `cluster` is the name of an existing cluster that the config uses.
    """

    template = "template.yaml"
    generator_command = "render"

    rendering: generator.Rendering
    before: dict[str, str]

    def __init__(
        self,
        aws: Aws,
        goldens: Goldens,
        config: Path,
        environment=None,
        settings=(),
        region=None,
        platform=None,
        cluster=None,
    ):
        self.config_file = config
        self.goldens = goldens
        self.environment = environment
        self.settings = list(settings)
        self.platform = platform
        self.existing_cluster = cluster
        self.aws = elsewhere(aws, region or aws.region)
        self.is_rendered = False
        self.neighbors: list[Deployment] = []
        self.placeholders: dict[str, str] = {}
        self.next_second = 0

    def render(self):
        """Renders the template. The first time, records which resources existed before the stack."""
        file = self.config_file.with_name(self.template)
        chosen = self.environment, self.settings, self.generator_command
        self.rendering = generator.render(self.config_file, file, *chosen)
        if not self.is_rendered:
            self.aws = elsewhere(self.aws, self.rendering.option("--region") or self.aws.region)
            self.before = Account(self.aws).ids
            self.is_rendered = True
        return self.rendering

    @property
    def stack(self):
        return self.rendering.option("--stack-name")

    @property
    def cluster(self):
        return self.existing_cluster or (self.platform.cluster if self.platform else self.stack)

    # ---- Commands that users run ----

    def command(self, *more):
        """Returns the printed deploy command with the name of a bucket filled in, and with more options."""
        line = self.rendering.deploy
        if line.endswith(" --s3-bucket BUCKET"):
            line = line.removesuffix("BUCKET") + TEMPLATES
            buckets = self.aws.ask("s3api", "list-buckets")["Buckets"]
            if TEMPLATES not in [bucket["Name"] for bucket in buckets]:
                self.aws.line(f"aws s3 mb s3://{TEMPLATES} --region {self.aws.region}")
        return shlex.join([*shlex.split(line), *more])

    def deploy(self, *more):
        """Deploys the last rendered template."""
        # The CLI names a change set by the current second, and a stack accepts each name once.
        time.sleep(max(0.0, self.next_second - time.time()))
        try:
            return self.aws.line(self.command(*more))
        finally:
            self.next_second = int(time.time()) + 1

    def changes(self, *more):
        """Returns the action and the logical id of each change that a deployment would make."""
        return {(action, identifier) for action, identifier, _, _ in self.changes_in_full(*more)}

    def changes_in_full(self, *more):
        """Returns the changes with the resource type, and with whether the resource is replaced.

        The printed command creates the change set, but does not execute it.
        """
        output = self.deploy("--no-execute-changeset", *more)
        describe = next(line for line in output.splitlines() if line.startswith("aws "))
        query = "Changes[].ResourceChange.[Action,LogicalResourceId,ResourceType,Replacement]"
        rows = self.aws.line(f"{describe} --query '{query}' --output text")
        return {tuple(row.split()) for row in rows.splitlines()}

    def delete(self):
        self.aws.line(self.rendering.delete)
        self.aws.run("cloudformation", "wait", "stack-delete-complete", "--stack-name", self.stack)

    def clean_up(self):
        """Deletes the stack if the test left it, so that the next test does not fail because of it."""
        status = self.status()
        if status is not None:
            if "ROLLBACK" in status or "FAILED" in status:
                self.aws.line(self.rendering.why_it_failed)
            self.aws.ask("cloudformation", "delete-stack", "--stack-name", self.stack)
            self.aws.ask("cloudformation", "wait", "stack-delete-complete", "--stack-name", self.stack)

    # ---- Actual state ----

    def status(self):
        """Returns the status of the stack, or None if it does not exist."""
        if not self.is_rendered:
            return None
        stacks = self.aws.ask("cloudformation", "describe-stacks")["Stacks"]
        return next((stack["StackStatus"] for stack in stacks if stack["StackName"] == self.stack), None)

    def view(self, others=frozenset()):
        return StackView(Account(self.aws), self.stack, self.cluster, self.before, others, self.placeholders)

    def add_neighbor(self, other):
        """Registers a deployment whose stack may exist at the same time, so that its resources are not unexpected."""
        self.neighbors.append(other)

    def state(self):
        """Returns the state of the stack, and a line for each resource that is not part of any known stack."""
        others = set()
        for neighbor in self.neighbors:
            if neighbor.status() is not None:
                theirs = neighbor.view()
                theirs.state()
                others |= theirs.claimed()
        view = self.view(others)
        state = view.state()
        ids, claimed = view.account.ids, view.claimed() | others
        surplus = sorted(set(ids) - set(self.before) - claimed)
        return state, [f"unexpected: {ids[identifier]} {identifier}" for identifier in surplus]

    def differences(self, golden):
        state, unexpected = self.state()
        return self.goldens.differences(golden, state) + unexpected

    def matches_golden(self, golden):
        """Asserts that the account contains what the golden lists, and nothing else. May update the golden."""
        state, unexpected = self.state()
        lines = self.goldens.check(golden, state) + unexpected
        assert not lines, "\n".join(lines)

    def remove_access_logs(self):
        """Removes the bucket for access logs, which outlives the stack."""
        for bucket in self.aws.ask("s3api", "list-buckets")["Buckets"]:
            if bucket["Name"].startswith(f"{self.stack}-"):
                self.aws.line(f"aws s3 rb s3://{bucket['Name']}")

    def leaves_nothing(self):
        """Asserts that the deleted stack left no resource, except the KMS key that old logs still need."""
        now = Account(self.aws).ids
        retained = {"keys"} if self.rendering.has_kms_key else set()
        left = sorted(f"left: {now[id_]} {id_}" for id_ in set(now) - set(self.before) if now[id_] not in retained)
        assert not left, "\n".join(left)

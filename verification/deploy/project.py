"""A project with a deploy.sh, and the smallest folder in which deploy.sh works."""

from __future__ import annotations

import json
import logging
import os
import pty
import re
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import generator
from aws import Aws, elsewhere

SERVICE = generator.ROOT / "archetype/service"
REGION = "eu-central-1"

log = logging.getLogger("deploy.sh")

# Without `RUN`, an image for another processor architecture can be built without emulation.
DOCKERFILE = 'FROM scratch\nCOPY message /message\nENTRYPOINT ["/message"]\n'

# The part of a project's pom.xml that deploy.sh needs: it copies the generator below target.
POM = f"""\
<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>com.example</groupId>
  <artifactId>hello</artifactId>
  <version>1</version>
  <packaging>pom</packaging>
  <build>
    <plugins>
      <plugin>
        <artifactId>maven-resources-plugin</artifactId>
        <version>3.5.0</version>
        <executions>
          <execution>
            <phase>generate-resources</phase>
            <goals><goal>copy-resources</goal></goals>
            <configuration>
              <outputDirectory>${{project.build.directory}}/ecs-discovery</outputDirectory>
              <resources>
                <resource>
                  <directory>{generator.JAR.parent}</directory>
                  <includes><include>{generator.JAR.name}</include></includes>
                </resource>
              </resources>
            </configuration>
          </execution>
        </executions>
      </plugin>
    </plugins>
  </build>
</project>
"""


@dataclass(frozen=True)
class Run:
    """The exit code and the output of deploy.sh."""

    code: int
    output: str

    @property
    def changes(self):
        """The changes in the output: the sign of each change by logical id."""
        return {logical_id: sign for sign, logical_id in re.findall(r"(?m)^  ([-+~!?]) (\w+) +AWS::", self.output)}

    @property
    def tag(self):
        found = re.search(r"(?m)^==> Account .* tag (\S+)$", self.output)
        assert found, self.output
        return found[1]


def small(folder: Path, config: str | None):
    """Fills a folder with deploy.sh, a config and the content of an image."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(SERVICE / "deploy.sh", folder)
    (folder / "Dockerfile").write_text(DOCKERFILE)
    (folder / "message").write_text("the first\n")
    (folder / ".gitignore").write_text("target/\n")
    target = folder / "target/ecs-discovery"
    target.mkdir(parents=True)
    shutil.copy(generator.JAR, target)
    (folder / "pom.xml").write_text(POM)
    if config is not None:
        (folder / "config.yaml").write_text(config)
    return folder


class Project:
    """A folder with a deploy.sh, in its own git repository or in the given one."""

    def __init__(self, aws: Aws, registry, folder: Path, repository: Path | None = None, region=REGION):
        self.aws, self.registry, self.folder = elsewhere(aws, region), registry, folder
        self.repository = repository or folder
        if not (self.repository / ".git").exists():
            self.git("init", "--quiet", "--initial-branch", "main")
        self.commit()
        self.first: Run | None = None  # the first deployment, if a fixture ran it
        self.stacks_before = self.stacks()
        self.repositories_before = self.repositories()

    # ---- Steps of a developer ----

    def git(self, *words):
        user = ["-c", "user.name=developer", "-c", "user.email=developer@example.com", "-c", "commit.gpgsign=false"]
        command = ["git", *user, *words]
        return subprocess.run(command, cwd=self.repository, capture_output=True, text=True, check=True).stdout.strip()

    def commit(self):
        """Commits all changes, and returns the commit in the form that deploy.sh uses as a tag."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", "Change")
        return self.git("log", "-1", "--format=%h", "--abbrev=12")

    def change_code(self, message):
        (self.folder / "message").write_text(message)

    def change_config(self, old, new):
        file = self.folder / "config.yaml"
        text = file.read_text()
        assert text.count(old) == 1, text
        file.write_text(text.replace(old, new))

    def deploy(self, *options, answer=None, build=False, **variables):
        """Runs deploy.sh. With an answer, types it on a terminal."""
        words = [*options] if build else ["--no-build", *options]
        command = [self.folder / "deploy.sh", *words]
        # deploy.sh works from any folder.
        settings = {"cwd": self.folder.parent, "env": self.environment() | variables, "stderr": subprocess.STDOUT}
        if answer is None:
            done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, check=False, **settings)
        else:
            ours, theirs = pty.openpty()
            os.write(ours, f"{answer}\n".encode())
            done = subprocess.run(command, stdin=theirs, stdout=subprocess.PIPE, check=False, **settings)
            os.close(ours)
            os.close(theirs)
        output = done.stdout.decode()
        log.info("$ ./deploy.sh %s\n%s(exit code %d)", " ".join(words), output, done.returncode)
        return Run(done.returncode, output)

    def environment(self):
        """Returns the environment of deploy.sh. Only the registry and the endpoint of AWS are not the usual ones."""
        return (
            self.aws.variables
            | {
                "PATH": os.pathsep.join([str(self.tools()), str(Path(sys.executable).parent), os.environ["PATH"]]),
                "DEPLOY_REGISTRY": self.registry.host,
            }
            | self.registry.client
        )

    def tools(self):
        """Returns a folder with the awk of macOS, if it is installed. It supports less than other versions of awk."""
        folder = self.repository / ".git/tools"
        folder.mkdir(exist_ok=True)
        awk = shutil.which("original-awk")
        if awk is not None and not (folder / "awk").exists():
            (folder / "awk").symlink_to(awk)
        return folder

    # ---- Actual state ----

    def stacks(self):
        """Returns the status of each stack by name."""
        stacks = self.aws.ask("cloudformation", "describe-stacks")["Stacks"]
        return {stack["StackName"]: stack["StackStatus"] for stack in stacks}

    def repositories(self):
        repositories = self.aws.ask("ecr", "describe-repositories")["repositories"]
        return [repository["repositoryName"] for repository in repositories]

    def status(self, stack):
        return self.stacks().get(stack)

    def images(self, cluster):
        """Returns the image of each service in a cluster."""
        return {service: container["image"] for service, container in self.containers(cluster).items()}

    def containers(self, cluster):
        """Returns the only container of each service in a cluster."""
        arns = self.aws.ask("ecs", "list-services", "--cluster", cluster)["serviceArns"]
        words = ["--cluster", cluster, "--services", *arns]
        services = self.aws.ask("ecs", "describe-services", *words)["services"]
        return {service["serviceName"]: self.container(service["taskDefinition"]) for service in services}

    def container(self, definition):
        found = self.aws.ask("ecs", "describe-task-definition", "--task-definition", definition)
        return found["taskDefinition"]["containerDefinitions"][0]

    def newest_event(self, stack):
        return self.aws.ask("cloudformation", "describe-stack-events", "--stack-name", stack)["StackEvents"][0][
            "EventId"
        ]

    # ---- Events of running tasks. The emulator runs no tasks. ----

    def stop_a_task(self, cluster, service, reason):
        """Adds a stopped task to a service. The emulator's ECS starts only containers with a memory setting."""
        container = json.dumps([{"name": service, "image": service, "memory": 128}])
        definition = ["--family", "stopped", "--container-definitions", container]
        arn = self.aws.ask("ecs", "register-task-definition", *definition)["taskDefinition"]["taskDefinitionArn"]
        options = ["--task-definition", arn, "--group", f"service:{service}", "--launch-type", "FARGATE"]
        task = self.aws.ask("ecs", "run-task", "--cluster", cluster, *options)["tasks"][0]["taskArn"]
        self.aws.ask("ecs", "stop-task", "--cluster", cluster, "--task", task, "--reason", reason)
        self.aws.ask("ecs", "deregister-task-definition", "--task-definition", arn)

    def log(self, group, message):
        stream = ["--log-group-name", group, "--log-stream-name", "the-task"]
        self.aws.ask("logs", "create-log-stream", *stream)
        event = json.dumps([{"timestamp": int(time.time() * 1000), "message": message}])
        self.aws.ask("logs", "put-log-events", *stream, "--log-events", event)

    # ---- Cleaning up ----

    def delete(self, stack):
        self.aws.ask("cloudformation", "delete-stack", "--stack-name", stack)
        self.aws.ask("cloudformation", "wait", "stack-delete-complete", "--stack-name", stack)

    def clean_up(self):
        """Deletes all stacks and repositories that are newer than the project, newest first."""
        for stack in reversed([stack for stack in self.stacks() if stack not in self.stacks_before]):
            self.delete(stack)
        for name in [name for name in self.repositories() if name not in self.repositories_before]:
            self.aws.ask("ecr", "delete-repository", "--force", "--repository-name", name)

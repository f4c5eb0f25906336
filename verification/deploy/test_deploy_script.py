"""Runs a scaffolded project's deploy.sh with real Maven, git, Docker, registry and AWS CLI, against the emulator."""

from __future__ import annotations

import re
import shutil

import pytest

from project import REGION, Project, small

BUCKET = "ecs-discovery-deploy-script"

CONFIG = """\
name: hello
region: eu-central-1
defaults:
  image: "${AWS::AccountId}.dkr.ecr.${AWS::Region}.${AWS::URLSuffix}/hello"
  port: 8080
  healthCheck: {command: [/message]}
services:
  hello: {calls: [world]}
  world: {}
environments:
  arm: {defaults: {architecture: ARM64}}
"""

GUEST = """\
name: guest
region: eu-central-1
platform: nowhere
defaults:
  image: "${AWS::AccountId}.dkr.ecr.${AWS::Region}.${AWS::URLSuffix}/guest"
  port: 8080
  healthCheck: {command: [/message]}
services:
  guest: {}
"""

SHARED = """\
name: trade
region: eu-central-1
tag: 1.0.0
defaults:
  port: 8080
  healthCheck: {command: [/message]}
services:
  orders: {calls: [payments]}
  payments: {}
"""


@pytest.fixture(scope="module")
def hello(aws, registry, tmp_path_factory):
    """A project with a config of its own, deployed for the first time."""
    project = Project(aws, registry, small(tmp_path_factory.mktemp("projects") / "hello", CONFIG))
    project.first = project.deploy(build=True, answer="y")
    yield project
    project.take_away()


@pytest.fixture
def project(aws, registry, tmp_path):
    """Makes projects, in a repository of their own or in one that they share."""
    made = []

    def make(name, config, repository=None):
        made.append(Project(aws, registry, small(tmp_path / name, config), repository))
        return made[-1]

    yield make
    for one in made:
        one.take_away()


def test_the_first_deployment_makes_everything(hello, registry):
    said, tag = hello.first.said, hello.git("log", "-1", "--format=%h", "--abbrev=12")
    assert hello.first.code == 0
    assert hello.first.tag == tag
    assert hello.first.changes.items() >= {"Vpc": "+", "HelloService": "+", "WorldTaskDefinition": "+"}.items()
    assert "Change the stack? [y/N]" in said
    assert hello.status("hello") == "CREATE_COMPLETE"
    assert registry.tags("hello") == [tag]
    assert registry.architecture("hello", tag) == "amd64"
    image = f"{registry.host}/hello:{tag}"
    assert hello.images("hello") == {"hello": image, "world": image}
    assert "hello.hello.internal" in said.partition("==> The stack hello")[2]


def test_the_next_one_finds_nothing_to_do(hello, registry):
    before = hello.newest_event("hello")
    again = hello.deploy("--yes")
    assert again.code == 0
    assert "The image exists." in again.said
    assert "No changes: the stack matches the config." in again.said
    assert "hello.hello.internal" in again.said
    assert hello.newest_event("hello") == before
    assert registry.tags("hello") == [hello.first.tag]


def test_changed_code_is_a_new_image_and_is_shown_before_it_runs(hello, registry):
    before = hello.newest_event("hello")
    hello.change_code("the second\n")
    refused = hello.deploy(answer="n")
    assert refused.code == 1
    assert refused.changes == dict.fromkeys(
        ["HelloService", "HelloTaskDefinition", "WorldService", "WorldTaskDefinition"], "~"
    )
    assert re.search(r"HelloTaskDefinition .* ContainerDefinitions \(a new revision\)\n", refused.said)
    assert "nothing was changed" in refused.said
    assert hello.newest_event("hello") == before
    left = hello.aws.ask("cloudformation", "list-change-sets", "--stack-name", "hello")["Summaries"]
    assert [one for one in left if one["ExecutionStatus"] == "AVAILABLE"] == []

    # What is not committed has a tag that no other build has.
    assert re.fullmatch(hello.first.tag + r"-dirty-\d{8}T\d{6}Z", refused.tag)
    tag = hello.commit()
    done = hello.deploy("--yes")
    assert (done.code, done.tag, done.changes) == (0, tag, refused.changes)
    assert hello.images("hello")["hello"] == f"{registry.host}/hello:{tag}"
    assert registry.tags("hello") == sorted([hello.first.tag, refused.tag, tag])


def test_an_environment_has_its_own_stack_and_another_processor_its_own_image(hello, registry):
    arm = hello.deploy("-e", "arm", "--yes")
    assert arm.code == 0
    tag = hello.git("log", "-1", "--format=%h", "--abbrev=12") + "-arm64"
    assert "--platform linux/arm64" in arm.said
    assert registry.architecture("hello", tag) == "arm64"
    assert hello.images("hello-arm") == dict.fromkeys(["hello", "world"], f"{registry.host}/hello:{tag}")
    hello.delete("hello-arm")


def test_a_project_joins_the_stack_of_another_and_says_why_it_failed(hello, project):
    guest = project("guest", GUEST)
    lost = guest.deploy("--yes")
    assert lost.code == 1
    assert "No export named nowhere-" in lost.said
    assert "It imports what other stacks export, which are deployed first: nowhere." in lost.said
    assert guest.status("guest") is None

    guest.change_config("platform: nowhere", "platform: hello")
    joined = guest.deploy("--yes")
    assert joined.code == 0
    guest.stop_a_task("hello", "guest", "CannotPullContainerError: pull access denied")
    guest.log("/ecs/guest/guest", "no such file: /message")

    # More tasks than the subnets have addresses, of which the other stack's tasks have some.
    guest.change_config("guest: {}", "guest: {count: 502}")
    failed = guest.deploy("--yes")
    assert failed.code == 1
    assert guest.status("guest") == "UPDATE_ROLLBACK_COMPLETE"
    why = failed.said.partition("==> The deployment of the stack guest failed: UPDATE_ROLLBACK_COMPLETE")[2]
    assert re.search(r"GuestService \(AWS::ECS::Service\): .*Insufficient addresses", why)
    assert "  guest: CannotPullContainerError: pull access denied" in why
    assert "    | no such file: /message\n" in failed.said
    assert f"aws logs tail /ecs/guest/guest --region {REGION} --since 1h" in why
    assert "The stack was rolled back to its previous state." in why
    assert guest.images("hello")["guest"].endswith(f"/guest:{joined.tag}")


def test_what_is_left_of_a_first_deployment_that_failed_goes_first(project):
    unlucky = project("unlucky", CONFIG.replace("hello", "unlucky") + "cluster: {name: nowhere}\n")
    failed = unlucky.deploy("--yes")
    assert failed.code == 1
    assert unlucky.status("unlucky") == "ROLLBACK_COMPLETE"
    assert "UnluckyService (AWS::ECS::Service): " in failed.said
    assert "Cluster not found" in failed.said
    assert "It was the first deployment, so all its resources were deleted." in failed.said

    unlucky.change_config("cluster: {name: nowhere}\n", "")
    kept = unlucky.deploy(answer="n")
    assert kept.code == 1
    assert f"To delete the stack: aws cloudformation delete-stack --stack-name unlucky --region {REGION}" in kept.said
    assert "Image" not in kept.said
    assert unlucky.status("unlucky") == "ROLLBACK_COMPLETE"

    assert unlucky.deploy("--yes").code == 0
    assert unlucky.status("unlucky") == "CREATE_COMPLETE"


def test_one_that_is_to_be_asked_and_one_that_needs_a_bucket(project):
    services = "".join(f"  s{number}: {{}}\n" for number in range(20))
    large = project("large", CONFIG.partition("services:")[0].replace("hello", "large") + f"services:\n{services}")
    without = large.deploy("--yes")
    assert without.code == 1
    assert "Then: DEPLOY_BUCKET=NAME ./deploy.sh" in without.said

    large.aws.run("s3", "mb", f"s3://{BUCKET}", "--region", REGION)
    shown = large.deploy(DEPLOY_BUCKET=BUCKET)
    assert shown.code == 1
    assert shown.changes["S19Service"] == "+"
    assert "There is no terminal for the confirmation. To deploy without it, add --yes." in shown.said
    assert large.status("large") is None


def test_a_service_of_a_shared_config_leaves_the_others_as_they_are(project, tmp_path):
    shared = tmp_path / "config.yaml"
    shared.write_text(SHARED)
    orders = project("orders", None, tmp_path)
    wiring = {"DEPLOY_CONFIG": "../config.yaml", "DEPLOY_SERVICE": "orders"}
    alone = orders.deploy("--yes", **wiring)
    assert alone.code == 1
    assert "is shared, but does not contain `tagParameters: true`" in alone.said

    shared.write_text(f"{SHARED}tagParameters: true\n")
    first = orders.deploy("--yes", **wiring)
    assert first.code == 0
    ours = f"{orders.registry.host}/trade/orders"
    assert orders.images("trade")["orders"] == f"{ours}:{first.tag}"
    # The other project deploys its service meanwhile.
    parameters = ["ParameterKey=PaymentsTag,ParameterValue=2.0.0", "ParameterKey=OrdersTag,UsePreviousValue=true"]
    update = ["--stack-name", "trade", "--use-previous-template", "--capabilities", "CAPABILITY_IAM"]
    orders.aws.run("cloudformation", "update-stack", *update, "--parameters", *parameters)

    orders.change_code("the second\n")
    tag = orders.commit()
    second = orders.deploy("--yes", **wiring)
    assert (second.code, second.changes) == (0, {"OrdersTaskDefinition": "~", "OrdersService": "~"})
    images = orders.images("trade")
    assert images["orders"] == f"{ours}:{tag}"
    assert images["payments"].endswith("/trade/payments:2.0.0")

    absent = orders.deploy("--yes", **wiring | {"DEPLOY_SERVICE": "returns"})
    assert absent.code == 1
    assert "add ../config.yaml returns --port 8080" in absent.said


def test_all_that_is_missing_is_told_at_once(project, tmp_path):
    bare = project("bare", CONFIG)
    tools = tmp_path / "tools"
    tools.mkdir()
    for name in ("sh", "dirname", "cat"):
        (tools / name).symlink_to(shutil.which(name))
    run = bare.deploy(build=True, PATH=str(tools), JAVA_HOME="")
    assert run.code == 1
    told = run.said.partition("these programs are missing or do not work:\n")[2].splitlines()
    assert [line.partition(":")[0].strip() for line in told] == ["java", "mvn", "git", "aws", "docker"]


def test_an_unknown_option_is_a_question_of_usage(project):
    run = project("bare", CONFIG).deploy("--force")
    assert run.code == 2
    assert run.said.startswith("Usage: ./deploy.sh [-e ENVIRONMENT] [--yes] [--no-build]\n")
    assert "set -eu" not in run.said

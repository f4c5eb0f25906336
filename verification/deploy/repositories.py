"""Deploys the stack with the ECR repositories of a config, and reads the repositories back."""

from __future__ import annotations

import json

from account import tags
from deployment import Deployment


class Repositories(Deployment):
    """The repositories of a config. They outlive their stack: `remove` deletes those that a test created."""

    template = "repositories.yaml"
    generator_command = "repositories"

    def delete(self):
        self.aws.line(f"aws cloudformation delete-stack --stack-name {self.stack}")
        self.aws.run("cloudformation", "wait", "stack-delete-complete", "--stack-name", self.stack)

    def clean_up(self):
        if self.status() is not None:
            self.delete()
        self.remove()

    def remove(self):
        for repository in self.created():
            name = repository["repositoryName"]
            self.aws.ask("ecr", "delete-repository", "--force", "--repository-name", name)

    # ---- Actual state ----

    def created(self):
        """Returns the repositories that did not exist before the stack, as ECR describes them."""
        repositories = self.aws.ask("ecr", "describe-repositories")["repositories"]
        return [repository for repository in repositories if repository["repositoryArn"] not in self.before]

    def state(self):
        return {repository["repositoryName"]: self.repository(repository) for repository in self.created()}, []

    def repository(self, repository):
        name, arn = ["--repository-name", repository["repositoryName"]], ["--resource-arn", repository["repositoryArn"]]
        policy = json.loads(self.aws.ask("ecr", "get-lifecycle-policy", *name)["lifecyclePolicyText"])
        rules = sorted(policy["rules"], key=lambda rule: rule["rulePriority"])
        return {
            "tagMutability": repository["imageTagMutability"],
            "scanOnPush": repository["imageScanningConfiguration"]["scanOnPush"],
            "encryption": repository["encryptionConfiguration"]["encryptionType"],
            "lifecycleRules": [self.lifecycle_rule(rule) for rule in rules],
            "uri": repository["repositoryUri"],
            "tags": tags(self.aws.ask("ecr", "list-tags-for-resource", *arn)["tags"]),
        }

    @staticmethod
    def lifecycle_rule(rule):
        selection = rule["selection"]
        limit = " ".join(str(selection[key]) for key in ("countNumber", "countUnit") if key in selection)
        return f"{selection['tagStatus']}: {rule['action']['type']} when {selection['countType']} is above {limit}"

    def outputs(self):
        stack = self.aws.ask("cloudformation", "describe-stacks", "--stack-name", self.stack)["Stacks"][0]
        return {output["OutputKey"]: output["OutputValue"] for output in stack["Outputs"]}

"""Who may do what, worked out from a config: roles, and the key of the log groups."""

from __future__ import annotations

from language import Service
from permission_view import statement, statements as all_statements

EXECUTION_POLICY = "arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy"
KEY_VERBS = ("Encrypt", "Decrypt", "ReEncrypt", "GenerateDataKey", "Describe")
EXEC_ACTIONS = [f"ssmmessages:{verb}{channel}Channel" for verb in ("Create", "Open") for channel in ("Control", "Data")]


class ExpectedRoles:
    """A part of what is worked out from a config."""

    def keys(self):
        """The key of the log groups, by its description."""
        has_flow_log = self.own_vpc and self.config.of("network", "flowLogs") == "true"
        if self.config.log_key is None or not (self.config.services or has_flow_log):
            return {}
        region, account = self.place.region, self.place.account
        names = [f"/ecs/{self.config.stack}/*"] if self.config.services else []
        names += [f"/vpc/{self.config.stack}"] if has_flow_log else []
        groups = [f"arn:aws:logs:{region}:{account}:log-group:{name}" for name in names]
        statements = [
            {"Effect": "Allow", "Principal": {"AWS": f"arn:aws:iam::{account}:root"}, "Action": "kms:*"},
            {
                "Effect": "Allow",
                "Principal": {"Service": f"logs.{region}.amazonaws.com"},
                "Action": [f"kms:{verb}*" for verb in KEY_VERBS],
                "Condition": {"ArnLike": {"kms:EncryptionContext:aws:logs:arn": groups}},
            },
            {
                "Effect": "Deny",
                "Principal": "*",
                "Action": "kms:CreateGrant",
                "Condition": {
                    "BoolIfExists": {"kms:GrantIsForAWSResource": "false", "aws:PrincipalIsAWSService": "false"}
                },
            },
        ]
        policy = all_statements({**entry, "Resource": "*"} for entry in statements)
        return {self.config.log_key: {"rotation": True, "policy": policy, "tags": self.tags}}

    def roles(self):
        """By what they are for: `execution of a, b` or `task of c`."""
        services = self.config.services
        roles = {}
        plain = [service for service in services if not service.all_secrets]
        if plain:
            roles[self.role("execution", plain)] = self.permissions([EXECUTION_POLICY], [])
        for service in services:
            if service.all_secrets:
                roles[self.role("execution", [service])] = self.permissions([EXECUTION_POLICY], self.reading(service))
        execute = {"Effect": "Allow", "Action": EXEC_ACTIONS, "Resource": "*"}
        for service in services:
            policies = self.fill(service.get("policies", []))
            if policies:
                own = [{"Effect": "Allow", **policy} for policy in policies if isinstance(policy, dict)]
                managed = [policy for policy in policies if isinstance(policy, str)]
                own += [execute] if service.is_on("exec") else []
                roles[self.role("task", [service])] = self.permissions(managed, own)
        alike = [service for service in services if service.is_on("exec") and not service.get("policies")]
        if alike:
            roles[self.role("task", alike)] = self.permissions([], [execute])
        return roles

    @staticmethod
    def role(kind, services):
        return f"{kind} role of {', '.join(sorted(service.name for service in services))}"

    def reading(self, service: Service):
        """What ECS reads to start a task: each store's and KMS's part, and in each no more than is named."""
        secrets = service.all_secrets
        asked = {"secretsmanager:GetSecretValue": set(), "ssm:GetParameters": set(), "kms:Decrypt": set()}
        for secret in secrets:
            action = "ssm:GetParameters" if secret.store == "ssm" else "secretsmanager:GetSecretValue"
            asked[action].add(self.fill(secret.arn) + ("" if secret.is_whole else "-??????"))
            if secret.kms_key:
                asked["kms:Decrypt"].add(self.fill(secret.kms_key))
        return [
            {"Effect": "Allow", "Action": action, "Resource": sorted(arns)} for action, arns in asked.items() if arns
        ]

    def permissions(self, managed, statements):
        arn = f"arn:aws:ecs:{self.place.region}:{self.place.account}:*"
        trust = {
            "Effect": "Allow",
            "Principal": {"Service": "ecs-tasks.amazonaws.com"},
            "Action": "sts:AssumeRole",
            "Condition": {
                "StringEquals": {"aws:SourceAccount": self.place.account},
                "ArnLike": {"aws:SourceArn": arn},
            },
        }
        return {
            "trust": [statement(trust)],
            "permissionsBoundary": self.fill(self.config.tree.get("permissionsBoundary", "")) or None,
            "managedPolicies": sorted(managed),
            "statements": all_statements(statements),
            "tags": self.tags,
        }

package io.github.ecsdiscovery.generator.stack.metadata;

import io.github.ecsdiscovery.generator.stack.metadata.Suppression.Scanner;
import org.jspecify.annotations.Nullable;

/** All that scanners report of a template by the nature of what it makes, however strict its config is. */
enum KnownFinding {
    PLAIN_VARIABLES(
            Scanner.CDK_NAG,
            "AwsSolutions-ECS2",
            null,
            "These are names, ports, times and plain values of the config, of a service that has no secrets."),
    PLAIN_BESIDE_SECRETS(
            Scanner.CDK_NAG,
            "AwsSolutions-ECS2",
            null,
            "These are names, ports, times and plain values of the config; secrets come from where they are kept."),
    POLICY_OF_AWS(
            Scanner.CDK_NAG,
            "AwsSolutions-IAM4",
            null,
            "AWS keeps this policy for just this role: to pull images, for which ecr:GetAuthorizationToken knows no"
                    + " resource, and to write log events."),
    SESSIONS(
            Scanner.CDK_NAG,
            "AwsSolutions-IAM5",
            "Resource::*",
            "ECS Exec opens its sessions by four actions of ssmmessages, which know no resource."),
    OPEN_TO_ALL(
            Scanner.CDK_NAG,
            "AwsSolutions-EC23",
            null,
            "The load balancer is there for the internet, so everybody may come to its listeners; tasks are reached by it alone."),
    REDIRECT(Scanner.CHECKOV, "CKV_AWS_260", null, "Whoever comes to port 80 is sent to HTTPS and gets nothing else."),
    LOGS_OF_LOGS(
            Scanner.CHECKOV,
            "CKV_AWS_18",
            null,
            "It holds access logs itself; a log of who reads them would need another bucket, and that one too."),
    LOGS_OF_LOGS_BY_AWS(Scanner.CDK_NAG, "AwsSolutions-S1", null, LOGS_OF_LOGS.reason),
    KEY_OF_ECR(
            Scanner.CHECKOV,
            "CKV_AWS_136",
            null,
            "ECR encrypts images with a key of its own; one of KMS would replace the repository, and without it no task starts."),
    ;

    private final Scanner scanner;
    private final String rule;
    private final @Nullable String part;
    private final String reason;

    KnownFinding(Scanner scanner, String rule, @Nullable String part, String reason) {
        this.scanner = scanner;
        this.rule = rule;
        this.part = part;
        this.reason = reason;
    }

    Suppression suppressed() {
        return new Suppression(scanner, rule, part, reason);
    }
}

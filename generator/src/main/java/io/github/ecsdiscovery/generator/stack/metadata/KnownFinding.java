package io.github.ecsdiscovery.generator.stack.metadata;

import io.github.ecsdiscovery.generator.stack.metadata.Suppression.Scanner;
import org.jspecify.annotations.Nullable;

/** Scanner findings that every template of its kind has, even with the strictest config. */
enum KnownFinding {
    PLAIN_VARIABLES_ONLY(
            Scanner.CDK_NAG,
            "AwsSolutions-ECS2",
            null,
            "The variables are names, ports, durations and plain values from the config. The service has no secrets."),
    PLAIN_VARIABLES_AND_SECRETS(
            Scanner.CDK_NAG,
            "AwsSolutions-ECS2",
            null,
            "The variables are names, ports, durations and plain values from the config. ECS injects secrets from their store."),
    AWS_MANAGED_POLICY(
            Scanner.CDK_NAG,
            "AwsSolutions-IAM4",
            null,
            "AWS maintains this policy for roles like this one, which pull images and write log events."
                    + " ecr:GetAuthorizationToken does not support resources."),
    EXEC_SESSIONS(
            Scanner.CDK_NAG,
            "AwsSolutions-IAM5",
            "Resource::*",
            "ECS Exec opens sessions with four ssmmessages actions, which do not support resources."),
    OPEN_TO_INTERNET(
            Scanner.CDK_NAG,
            "AwsSolutions-EC23",
            null,
            "The load balancer serves the internet, so its listeners are open to everyone. Only the load balancer reaches tasks."),
    HTTP_REDIRECT(
            Scanner.CHECKOV, "CKV_AWS_260", null, "Port 80 redirects every request to HTTPS and serves nothing else."),
    CHECKOV_LOG_BUCKET_WITHOUT_LOGS(
            Scanner.CHECKOV,
            "CKV_AWS_18",
            null,
            "This bucket holds access logs. Access logs for it would need another bucket, which would have the same finding."),
    CDK_NAG_LOG_BUCKET_WITHOUT_LOGS(Scanner.CDK_NAG, "AwsSolutions-S1", null, CHECKOV_LOG_BUCKET_WITHOUT_LOGS.reason),
    ECR_ENCRYPTION_KEY(
            Scanner.CHECKOV,
            "CKV_AWS_136",
            null,
            "ECR encrypts images with its own key. A KMS key would replace the repository, and no task could start without it."),
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

    /** Returns the suppression of the finding, with the reason for it. */
    Suppression suppression() {
        return new Suppression(scanner, rule, part, reason);
    }
}

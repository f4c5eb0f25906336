package io.github.ecsdiscovery.generator.model.permission;

import io.github.ecsdiscovery.generator.model.schema.Form;
import io.github.ecsdiscovery.generator.model.schema.Format;

/**
 * A permission of the task role: a managed policy or a statement.
 *
 * <pre>
 * policies:
 *   - arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess
 *   - {Action: sqs:SendMessage, Resource: "arn:${AWS::Partition}:sqs:*:*:orders"}
 * </pre>
 */
public sealed interface Policy {
    /** A managed policy. */
    record Managed(String arn) implements Policy {}

    /** A statement of the role's inline policy. */
    record Inline(Statement statement) implements Policy {}

    @Form(format = Format.POLICY_ARN)
    static Policy of(String arn) {
        return new Managed(arn);
    }

    @Form
    static Policy of(Statement statement) {
        return new Inline(statement);
    }
}

package io.github.ecsdiscovery.generator.model.permission;

import io.github.ecsdiscovery.generator.model.schema.Format;
import io.github.ecsdiscovery.generator.model.schema.Key;
import io.github.ecsdiscovery.generator.model.schema.Texts;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A statement of the task role's inline policy, with the keys of IAM.
 *
 * <pre>
 * Action: [s3:GetObject]
 * Resource: arn:${AWS::Partition}:s3:::acme-orders/*
 * </pre>
 */
public record Statement(
        @Key(
                name = "Sid",
                value = "The statement id: letters and digits",
                example = "Sid: ReadOrders",
                format = Format.STATEMENT_ID)
        @Nullable
        String sid,

        @Key(
                name = "Effect",
                value = "Whether the statement allows or denies",
                example = "Effect: Deny",
                byDefault = "`Allow`")
        @Nullable
        Effect effect,

        @Key(
                name = "Action",
                value = "The actions, such as `s3:GetObject`",
                example = "Action: [s3:GetObject, s3:PutObject]")
        @Nullable
        Texts action,

        @Key(name = "NotAction", value = "All actions except these", example = "NotAction: s3:DeleteBucket") @Nullable
        Texts notAction,

        @Key(
                name = "Resource",
                value = "The ARNs that the statement applies to",
                example = "Resource: \"arn:${AWS::Partition}:s3:::acme-orders/*\"")
        @Nullable
        Texts resource,

        @Key(
                name = "NotResource",
                value = "All ARNs except these",
                example = "NotResource: \"arn:${AWS::Partition}:s3:::acme-audit/*\"")
        @Nullable
        Texts notResource,

        @Key(
                name = "Condition",
                value = "The conditions: operator to condition key to values",
                example = "Condition: {StringEquals: {aws:SourceVpc: vpc-0123456789abcdef0}}",
                keys = Format.CONDITION)
        Map<String, Map<String, Texts>> condition) {
    public Statement {
        condition = Collections.unmodifiableMap(new LinkedHashMap<>(condition));
    }
}

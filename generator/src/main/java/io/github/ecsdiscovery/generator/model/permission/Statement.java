package io.github.ecsdiscovery.generator.model.permission;

import io.github.ecsdiscovery.generator.model.schema.Format;
import io.github.ecsdiscovery.generator.model.schema.Key;
import io.github.ecsdiscovery.generator.model.schema.Texts;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A statement of the task role's policy, in IAM's own words.
 *
 * <pre>
 * Action: [s3:GetObject]
 * Resource: arn:${AWS::Partition}:s3:::acme-orders/*
 * </pre>
 */
public record Statement(
        @Key(name = "Sid", value = "The statement's name: letters and digits", format = Format.STATEMENT_ID) @Nullable
        String sid,

        @Key(name = "Effect", value = "Whether it allows or denies", byDefault = "`Allow`") @Nullable
        Effect effect,

        @Key(name = "Action", value = "What it is about, such as `s3:GetObject`") @Nullable
        Texts action,

        @Key(name = "NotAction", value = "All but these actions") @Nullable
        Texts notAction,

        @Key(name = "Resource", value = "The ARNs that it is about") @Nullable
        Texts resource,

        @Key(name = "NotResource", value = "All but these ARNs") @Nullable
        Texts notResource,

        @Key(name = "Condition", value = "When it counts: operator to key to values", keys = Format.CONDITION)
        Map<String, Map<String, Texts>> condition) {
    public Statement {
        condition = Collections.unmodifiableMap(new LinkedHashMap<>(condition));
    }
}

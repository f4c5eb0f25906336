package io.github.ecsdiscovery.generator.stack.role;

import io.github.ecsdiscovery.generator.stack.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An IAM role of ECS tasks.
 *
 * @param comment the purpose of the role, for a comment in the template
 * @param managed ARNs of managed policies
 * @param statements statements of its inline policy; may be empty
 * @param boundary the ARN of its permissions boundary, or null for none
 */
public record Role(
        String id,
        String comment,
        List<Value> managed,
        String policyName,
        List<PolicyStatement> statements,
        @Nullable Value boundary) {
    public Role {
        managed = List.copyOf(managed);
        statements = List.copyOf(statements);
    }
}

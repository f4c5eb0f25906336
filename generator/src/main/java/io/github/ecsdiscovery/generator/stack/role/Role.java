package io.github.ecsdiscovery.generator.stack.role;

import io.github.ecsdiscovery.generator.stack.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A role that ECS tasks take.
 *
 * @param comment what it is for
 * @param managed ARNs of managed policies
 * @param statements of its own policy; none of either where the role may do nothing
 * @param boundary the ARN of the policy beyond which it can do nothing, or null for none
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

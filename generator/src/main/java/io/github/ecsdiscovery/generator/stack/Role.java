package io.github.ecsdiscovery.generator.stack;

import java.util.List;

/**
 * A role that ECS tasks take.
 *
 * @param comment what it is for
 * @param managed ARNs of managed policies
 * @param statements of its own policy; none of either where the role may do nothing
 */
public record Role(
        String id, String comment, List<Value> managed, String policyName, List<PolicyStatement> statements) {
    public Role {
        managed = List.copyOf(managed);
        statements = List.copyOf(statements);
    }
}

package io.github.ecsdiscovery.generator.proof.start;

import io.github.ecsdiscovery.generator.template.Template;
import io.github.ecsdiscovery.generator.template.TemplateNode;
import io.github.ecsdiscovery.generator.template.TemplateResource;
import java.util.ArrayList;
import java.util.List;

/**
 * A policy of an IAM role.
 *
 * @param resource the resource that the role gets the policy from, which must exist before the permissions do
 * @param kind how much the template says about the policy
 * @param statements the statements of the policy document; empty for a policy outside the template
 */
record RolePolicy(Template template, TemplateResource resource, Kind kind, List<TemplateNode> statements) {
    private static final String EXECUTION_POLICY = ":policy/service-role/AmazonECSTaskExecutionRolePolicy";

    /** The actions that read secrets and parameters, or decrypt them. */
    private static final List<String> READ_ACTIONS =
            List.of("secretsmanager:GetSecretValue", "ssm:GetParameters", "ssm:GetParameter", "kms:Decrypt");

    /** How much a template says about a policy. */
    enum Kind {
        /** The template contains the statements. */
        IN_TEMPLATE,
        /** The AWS managed policy that pulls from ECR and writes logs, and reads no secrets. */
        AWS_EXECUTION_POLICY,
        /** A policy outside the template. */
        UNKNOWN
    }

    RolePolicy {
        statements = List.copyOf(statements);
    }

    /** Returns a policy with a {@code PolicyDocument} in the template. */
    static RolePolicy of(Template template, TemplateResource resource, TemplateNode policy) {
        return new RolePolicy(
                template,
                resource,
                Kind.IN_TEMPLATE,
                policy.at("PolicyDocument", "Statement").items());
    }

    /** Returns a managed policy outside the template. */
    static RolePolicy managed(Template template, TemplateResource role, String arn) {
        Kind kind = arn.endsWith(EXECUTION_POLICY) ? Kind.AWS_EXECUTION_POLICY : Kind.UNKNOWN;
        return new RolePolicy(template, role, kind, List.of());
    }

    /** Returns whether the template does not say what the policy allows. */
    boolean isUnknown() {
        return kind == Kind.UNKNOWN;
    }

    /** Returns whether a statement allows the action, on whatever resource. */
    boolean allows(String action) {
        boolean isExecutionAction = action.startsWith("ecr:") || action.startsWith("logs:");
        return kind == Kind.AWS_EXECUTION_POLICY && isExecutionAction || hasStatement("Allow", action);
    }

    /** Returns whether a statement denies the action, on whatever resource. */
    boolean denies(String action) {
        return hasStatement("Deny", action);
    }

    /** Returns whether a statement allows the action on a resource. */
    boolean allows(String action, String arn) {
        return hasStatement("Allow", action, arn);
    }

    /** Returns whether a statement denies the action on a resource. */
    boolean denies(String action, String arn) {
        return hasStatement("Deny", action, arn);
    }

    private boolean hasStatement(String effect, String action) {
        return statements(effect).stream().anyMatch(statement -> hasAction(statement, action));
    }

    private boolean hasStatement(String effect, String action, String arn) {
        return statements(effect).stream()
                .filter(statement -> hasAction(statement, action))
                .anyMatch(statement -> statement.at("Resource").items().stream()
                        .anyMatch(pattern -> IamPattern.matchesArn(template.text(pattern), arn)));
    }

    private List<TemplateNode> statements(String effect) {
        return statements.stream()
                .filter(statement -> template.text(statement.at("Effect")).equals(effect))
                .toList();
    }

    private boolean hasAction(TemplateNode statement, String action) {
        return statement.at("Action").items().stream()
                .anyMatch(pattern -> IamPattern.matchesAction(template.text(pattern), action));
    }

    /**
     * Returns everything that the policy allows to be read, as the statements name it. {@code NotAction} and {@code
     * NotResource} count as {@code *}, because they may allow everything.
     */
    List<SecretGrant> secretGrants() {
        List<SecretGrant> grants = new ArrayList<>();
        for (TemplateNode statement : statements("Allow")) {
            List<String> actions = new ArrayList<>(statement.at("Action").items().stream()
                    .map(template::text)
                    .filter(pattern ->
                            READ_ACTIONS.stream().anyMatch(action -> IamPattern.matchesAction(pattern, action)))
                    .toList());
            if (statement.at("NotAction").isPresent()) {
                actions.add("*");
            }
            List<TemplateNode> arns = new ArrayList<>(statement.at("Resource").items());
            if (statement.at("NotResource").isPresent()) {
                arns.add(
                        new TemplateNode.Scalar("*", statement.at("NotResource").line()));
            }
            for (String action : actions) {
                arns.forEach(arn -> grants.add(new SecretGrant(action, template.text(arn), arn.line())));
            }
        }
        return grants;
    }
}

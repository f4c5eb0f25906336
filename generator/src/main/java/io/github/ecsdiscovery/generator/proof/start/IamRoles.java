package io.github.ecsdiscovery.generator.proof.start;

import io.github.ecsdiscovery.generator.proof.check.Check;
import io.github.ecsdiscovery.generator.proof.task.DeployedTask;
import io.github.ecsdiscovery.generator.proof.task.InjectedSecret;
import io.github.ecsdiscovery.generator.template.Template;
import io.github.ecsdiscovery.generator.template.TemplateNode;
import io.github.ecsdiscovery.generator.template.TemplateResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Answers whether the IAM roles of a task allow what ECS needs.
 *
 * <ul>
 *   <li>With the execution role, ECS pulls images, writes logs and reads secrets.
 *   <li>With the task role, the agent of ECS Exec opens sessions.
 * </ul>
 *
 * <p>Both must trust {@code ecs-tasks.amazonaws.com}. A deny overrides an allow. The policies of AWS are not part of the
 * template, so what they allow is unknown, except {@code AmazonECSTaskExecutionRolePolicy}. Sources: the pages "Task execution
 * IAM role" and "ECS Exec" of the Amazon ECS Developer Guide.
 */
final class IamRoles {
    /** The actions that pull an image from a private registry of Amazon ECR. */
    static final List<String> PULL = List.of(
            "ecr:GetAuthorizationToken",
            "ecr:BatchCheckLayerAvailability",
            "ecr:GetDownloadUrlForLayer",
            "ecr:BatchGetImage");
    /** The actions that write to an existing log group. */
    static final List<String> LOG = List.of("logs:CreateLogStream", "logs:PutLogEvents");

    private static final List<String> ECS_EXEC = List.of(
            "ssmmessages:CreateControlChannel",
            "ssmmessages:CreateDataChannel",
            "ssmmessages:OpenControlChannel",
            "ssmmessages:OpenDataChannel");

    private static final String ROLE = "AWS::IAM::Role";
    private static final Map<String, String> PURPOSES =
            Map.of("ecr", "pull from ECR", "logs", "write logs", "ssmmessages", "open sessions");

    private final Template template;

    IamRoles(Template template) {
        this.template = template;
    }

    /** Returns whether the execution role allows all of the actions. */
    Check executionRoleAllows(DeployedTask task, List<String> actions) {
        return checkRole(task, "ExecutionRoleArn", "execution role", role -> allows(role, actions));
    }

    /** Returns whether the execution role allows reading a secret. */
    Check executionRoleReads(DeployedTask task, InjectedSecret secret) {
        return checkRole(task, "ExecutionRoleArn", "execution role", role -> allowsReading(role, secret));
    }

    /** Returns whether the task role allows the agent of ECS Exec to open sessions. */
    Check allowsEcsExec(DeployedTask task) {
        return checkRole(task, "TaskRoleArn", "task role", role -> allows(role, ECS_EXEC));
    }

    /** Returns all secrets, parameters and keys that the execution role may read. */
    List<SecretGrant> secretGrants(DeployedTask task) {
        TemplateResource definition = task.definition();
        return definition == null
                ? List.of()
                : template.resource(template.id(definition.at("ExecutionRoleArn"), "Arn"), ROLE).stream()
                        .flatMap(role -> policies(role).stream())
                        .flatMap(policy -> policy.secretGrants().stream())
                        .toList();
    }

    private Check checkRole(
            DeployedTask task, String property, String kind, Function<TemplateResource, Check> permission) {
        TemplateResource definition = task.definition();
        TemplateNode arn =
                definition == null ? new TemplateNode.Missing(task.service().line()) : definition.at(property);
        if (!arn.isPresent()) {
            return Check.no("role", "the task definition has no " + kind, arn.line());
        }
        String id = template.id(arn, "Arn");
        Optional<TemplateResource> role = template.resource(id, ROLE);
        if (role.isEmpty()) {
            return id.startsWith("${")
                    ? Check.no("role", property + " is not the ARN of a role of this template", arn.line())
                    : Check.unknown("role", "the permissions of " + id + " are not part of this template", arn.line());
        }
        return trustsEcsTasks(role.get())
                ? permission.apply(role.get())
                : Check.no(
                        "role",
                        id + " does not trust ecs-tasks.amazonaws.com",
                        role.get().line());
    }

    private boolean trustsEcsTasks(TemplateResource role) {
        return role.at("AssumeRolePolicyDocument", "Statement").items().stream()
                .filter(statement -> template.text(statement.at("Effect")).equals("Allow"))
                .filter(statement -> statement.at("Action").items().stream()
                        .anyMatch(pattern -> IamPattern.matchesAction(template.text(pattern), "sts:AssumeRole")))
                .flatMap(statement -> statement.at("Principal", "Service").items().stream())
                .anyMatch(service -> template.text(service).equals("ecs-tasks.amazonaws.com"));
    }

    private Check allowsReading(TemplateResource role, InjectedSecret secret) {
        List<RolePolicy> policies = policies(role);
        String action = secret.readAction();
        String arn = secret.arnForMatching();
        String permission = action + " of " + secret.arn();
        if (policies.stream().anyMatch(policy -> policy.denies(action, arn))) {
            return Check.no("role", role.id() + " denies " + permission, role.line());
        }
        return policies.stream()
                .filter(policy -> policy.allows(action, arn))
                .findFirst()
                .map(policy -> Check.yes("role", role.id() + " may read " + secret.arn(), policy.resource()))
                .orElseGet(() -> notAllowed(role, policies, permission));
    }

    private Check allows(TemplateResource role, List<String> actions) {
        List<RolePolicy> policies = policies(role);
        boolean isDenied =
                actions.stream().anyMatch(action -> policies.stream().anyMatch(policy -> policy.denies(action)));
        if (isDenied) {
            return Check.no("role", role.id() + " denies " + String.join(", ", actions), role.line());
        }
        List<String> missing = actions.stream()
                .filter(action -> policies.stream().noneMatch(policy -> policy.allows(action)))
                .toList();
        if (!missing.isEmpty()) {
            return notAllowed(role, policies, String.join(", ", missing));
        }
        TemplateResource source = policies.stream()
                .filter(policy -> policy.allows(actions.get(0)))
                .findFirst()
                .map(RolePolicy::resource)
                .orElse(role);
        String service = actions.get(0).split(":", 2)[0];
        return Check.yes("role", role.id() + " may " + PURPOSES.getOrDefault(service, "use " + service), source);
    }

    private static Check notAllowed(TemplateResource role, List<RolePolicy> policies, String permission) {
        boolean isUnknown = policies.stream().anyMatch(RolePolicy::isUnknown);
        return isUnknown
                ? Check.unknown(
                        "role",
                        "whether " + role.id() + " allows " + permission + " depends on a policy outside this template",
                        role.line())
                : Check.no("role", role.id() + " does not allow " + permission, role.line());
    }

    private List<RolePolicy> policies(TemplateResource role) {
        List<RolePolicy> policies = new ArrayList<>();
        for (TemplateNode arn : role.at("ManagedPolicyArns").items()) {
            policies.add(template.resource(template.id(arn, "Ref", "PolicyArn"), "AWS::IAM::ManagedPolicy")
                    .map(policy -> RolePolicy.of(template, policy, policy.properties()))
                    .orElseGet(() -> RolePolicy.managed(template, role, template.text(arn))));
        }
        role.at("Policies").items().forEach(policy -> policies.add(RolePolicy.of(template, role, policy)));
        for (String type : List.of("AWS::IAM::Policy", "AWS::IAM::ManagedPolicy", "AWS::IAM::RolePolicy")) {
            for (TemplateResource policy : template.resources(type)) {
                List<String> roles = new ArrayList<>(template.ids(policy.at("Roles"), "Ref"));
                roles.addAll(template.ids(policy.at("RoleName"), "Ref"));
                if (roles.contains(role.id())) {
                    policies.add(RolePolicy.of(template, policy, policy.properties()));
                }
            }
        }
        return policies;
    }
}

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
import java.util.stream.Collectors;

/**
 * The role by which ECS starts a task: pulls its image, opens its log stream and reads its secrets; and what ECS Exec needs
 * of the task's own.
 */
final class ExecutionRole {
    /** What pulls from a private registry of ECR. */
    static final List<String> PULL = List.of(
            "ecr:GetAuthorizationToken",
            "ecr:BatchCheckLayerAvailability",
            "ecr:GetDownloadUrlForLayer",
            "ecr:BatchGetImage");
    /** What writes to a log group that is there. */
    static final List<String> LOG = List.of("logs:CreateLogStream", "logs:PutLogEvents");

    /** What the agent of ECS Exec asks. */
    private static final List<String> SESSIONS = List.of(
            "ssmmessages:CreateControlChannel",
            "ssmmessages:CreateDataChannel",
            "ssmmessages:OpenControlChannel",
            "ssmmessages:OpenDataChannel");

    private static final String ROLE = "AWS::IAM::Role";
    private static final Map<String, String> DEEDS =
            Map.of("ecr", "pull from ECR", "logs", "write logs", "ssmmessages", "open sessions");
    private static final String AWS_POLICY = ":policy/service-role/AmazonECSTaskExecutionRolePolicy";

    private final Template template;

    ExecutionRole(Template template) {
        this.template = template;
    }

    /** Whether the role of a task allows the actions. */
    Check allows(DeployedTask task, List<String> actions) {
        return by(task, role -> allows(role, actions));
    }

    /** Whether the role of a task may read what the task is given. */
    Check reads(DeployedTask task, InjectedSecret given) {
        return by(task, role -> reads(role, given));
    }

    /** All that the role of a task may read. */
    List<SecretGrant> readings(DeployedTask task) {
        TemplateResource definition = task.definition();
        return definition == null
                ? List.of()
                : template.find(template.id(definition.at("ExecutionRoleArn"), "Arn"), ROLE).stream()
                        .flatMap(role -> grants(role).stream())
                        .flatMap(grant -> grant.readings().stream())
                        .toList();
    }

    /** Whether the task's own role allows the agent of ECS Exec to open sessions. */
    Check opensSessions(DeployedTask task) {
        return by(task, "TaskRoleArn", "task role", role -> allows(role, SESSIONS));
    }

    private Check by(DeployedTask task, Function<TemplateResource, Check> asked) {
        return by(task, "ExecutionRoleArn", "execution role", asked);
    }

    private Check by(DeployedTask task, String key, String kind, Function<TemplateResource, Check> asked) {
        TemplateResource definition = task.definition();
        TemplateNode arn =
                definition == null ? new TemplateNode.None(task.service().line()) : definition.at(key);
        if (!arn.isThere()) {
            return Check.no("role", "there is no " + kind, arn.line());
        }
        String id = template.id(arn, "Arn");
        Optional<TemplateResource> role = template.find(id, ROLE);
        if (role.isEmpty()) {
            return id.startsWith("${")
                    ? Check.no("role", key + " is not the ARN of a role of this template", arn.line())
                    : Check.unknown("role", "what " + id + " allows is not part of this template", arn.line());
        }
        return isForTasks(role.get())
                ? asked.apply(role.get())
                : Check.no(
                        "role",
                        id + " is not for ecs-tasks.amazonaws.com to assume",
                        role.get().line());
    }

    private Check reads(TemplateResource role, InjectedSecret given) {
        List<RoleGrant> grants = grants(role);
        String arn = given.compared();
        if (grants.stream().anyMatch(grant -> grant.denies(given.action(), arn))) {
            return Check.no("role", role.id() + " denies " + given.action() + " of " + given.arn(), role.line());
        }
        Optional<RoleGrant> giver = grants.stream()
                .filter(grant -> grant.allows(given.action(), arn))
                .findFirst();
        if (giver.isPresent()) {
            return Check.yes(
                    "role", role.id() + " may read " + given.arn(), giver.get().resource());
        }
        boolean open = grants.stream().anyMatch(RoleGrant::unknown);
        String what = given.action() + " of " + given.arn();
        return open
                ? Check.unknown(
                        "role",
                        "whether " + role.id() + " allows " + what + " is not part of this template",
                        role.line())
                : Check.no("role", role.id() + " does not allow " + what, role.line());
    }

    private boolean isForTasks(TemplateResource role) {
        return role.at("AssumeRolePolicyDocument", "Statement").items().stream()
                .filter(one -> template.text(one.at("Effect")).equals("Allow"))
                .filter(one -> matches(one.at("Action"), "sts:AssumeRole"))
                .flatMap(one -> one.at("Principal", "Service").items().stream())
                .anyMatch(service -> template.text(service).equals("ecs-tasks.amazonaws.com"));
    }

    private Check allows(TemplateResource role, List<String> actions) {
        List<RoleGrant> grants = grants(role);
        List<String> missing = actions.stream()
                .filter(action -> grants.stream().noneMatch(grant -> grant.allows(action)))
                .toList();
        boolean denied = actions.stream().anyMatch(action -> grants.stream().anyMatch(grant -> grant.denies(action)));
        if (denied) {
            return Check.no("role", role.id() + " denies " + String.join(", ", actions), role.line());
        }
        String all =
                actions.stream().map(one -> one.split(":", 2)[0]).distinct().collect(Collectors.joining());
        if (missing.isEmpty()) {
            TemplateResource giver = grants.stream()
                    .filter(grant -> grant.allows(actions.get(0)))
                    .findFirst()
                    .map(RoleGrant::resource)
                    .orElse(role);
            return Check.yes("role", role.id() + " may " + DEEDS.getOrDefault(all, "do it"), giver);
        }
        boolean open = grants.stream().anyMatch(RoleGrant::unknown);
        String says = open ? "whether " + role.id() + " allows " : role.id() + " does not allow ";
        String end = open ? " is not part of this template" : "";
        String lacks = says + String.join(", ", missing) + end;
        return open ? Check.unknown("role", lacks, role.line()) : Check.no("role", lacks, role.line());
    }

    private List<RoleGrant> grants(TemplateResource role) {
        List<RoleGrant> grants = new ArrayList<>();
        for (TemplateNode managed : role.at("ManagedPolicyArns").items()) {
            Optional<TemplateResource> own =
                    template.find(template.id(managed, "Ref", "PolicyArn"), "AWS::IAM::ManagedPolicy");
            boolean aws = template.text(managed).endsWith(AWS_POLICY);
            List<TemplateNode> statements =
                    own.map(one -> statements(one.properties())).orElse(List.of());
            grants.add(grant(own.orElse(role), statements, aws, own.isEmpty() && !aws));
        }
        role.at("Policies").items().forEach(one -> grants.add(grant(role, statements(one), false, false)));
        for (String type : List.of("AWS::IAM::Policy", "AWS::IAM::ManagedPolicy", "AWS::IAM::RolePolicy")) {
            for (TemplateResource policy : template.all(type)) {
                List<String> roles = new ArrayList<>(template.ids(policy.at("Roles"), "Ref"));
                roles.addAll(template.ids(policy.at("RoleName"), "Ref"));
                if (roles.contains(role.id())) {
                    grants.add(grant(policy, statements(policy.properties()), false, false));
                }
            }
        }
        return grants;
    }

    private RoleGrant grant(TemplateResource resource, List<TemplateNode> statements, boolean all, boolean unknown) {
        return new RoleGrant(resource, statements, all, unknown, template.words());
    }

    private static List<TemplateNode> statements(TemplateNode policy) {
        return policy.at("PolicyDocument", "Statement").items();
    }

    private boolean matches(TemplateNode patterns, String action) {
        return patterns.items().stream().anyMatch(pattern -> IamPattern.isAction(template.text(pattern), action));
    }
}

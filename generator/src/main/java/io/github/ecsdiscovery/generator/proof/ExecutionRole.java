package io.github.ecsdiscovery.generator.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The role by which ECS starts a task: pulls its image and opens its log stream. */
final class ExecutionRole {
    /** What pulls from a private registry of ECR. */
    static final List<String> PULL = List.of(
            "ecr:GetAuthorizationToken",
            "ecr:BatchCheckLayerAvailability",
            "ecr:GetDownloadUrlForLayer",
            "ecr:BatchGetImage");
    /** What writes to a log group that is there. */
    static final List<String> LOG = List.of("logs:CreateLogStream", "logs:PutLogEvents");

    private static final String AWS_POLICY = ":policy/service-role/AmazonECSTaskExecutionRolePolicy";

    private final Template template;

    ExecutionRole(Template template) {
        this.template = template;
    }

    /** Whether the role of a task allows the actions. */
    Hop allows(Task task, List<String> actions) {
        Resource definition = task.definition();
        Tree arn = definition == null ? new Tree.None(task.service().line()) : definition.at("ExecutionRoleArn");
        if (!arn.isThere()) {
            return Hop.no("role", "there is no execution role", arn.line());
        }
        String id = template.id(arn, "Arn");
        Optional<Resource> role = template.find(id, "AWS::IAM::Role");
        if (role.isEmpty()) {
            return id.startsWith("${")
                    ? Hop.no("role", "ExecutionRoleArn is not the ARN of a role of this template", arn.line())
                    : Hop.unknown("role", "what " + id + " allows is not part of this template", arn.line());
        }
        return isForTasks(role.get())
                ? allows(role.get(), actions)
                : Hop.no(
                        "role",
                        id + " is not for ecs-tasks.amazonaws.com to assume",
                        role.get().line());
    }

    private boolean isForTasks(Resource role) {
        return role.at("AssumeRolePolicyDocument", "Statement").items().stream()
                .filter(one -> template.text(one.at("Effect")).equals("Allow"))
                .filter(one -> matches(one.at("Action"), "sts:AssumeRole"))
                .flatMap(one -> one.at("Principal", "Service").items().stream())
                .anyMatch(service -> template.text(service).equals("ecs-tasks.amazonaws.com"));
    }

    private Hop allows(Resource role, List<String> actions) {
        List<Grant> grants = grants(role);
        List<String> missing = actions.stream()
                .filter(action -> grants.stream().noneMatch(grant -> grant.allows(action)))
                .toList();
        boolean denied = actions.stream().anyMatch(action -> grants.stream().anyMatch(grant -> grant.denies(action)));
        if (denied) {
            return Hop.no("role", role.id() + " denies " + String.join(", ", actions), role.line());
        }
        String all =
                actions.stream().map(one -> one.split(":", 2)[0]).distinct().collect(Collectors.joining());
        if (missing.isEmpty()) {
            Resource giver = grants.stream()
                    .filter(grant -> grant.allows(actions.get(0)))
                    .findFirst()
                    .map(Grant::resource)
                    .orElse(role);
            String task = all.equals("logs") ? "write logs" : "pull from ECR";
            return Hop.yes("role", role.id() + " may " + task, giver);
        }
        boolean open = grants.stream().anyMatch(Grant::unknown);
        String says = open ? "whether " + role.id() + " allows " : role.id() + " does not allow ";
        String end = open ? " is not part of this template" : "";
        String lacks = says + String.join(", ", missing) + end;
        return open ? Hop.unknown("role", lacks, role.line()) : Hop.no("role", lacks, role.line());
    }

    /**
     * Some of what a role may do.
     *
     * @param resource that gives it
     * @param statements of the policy
     * @param all whether it is AWS's own policy for this
     * @param unknown whether it is a policy that the template does not have
     */
    private record Grant(Resource resource, List<Tree> statements, boolean all, boolean unknown, Words words) {
        boolean allows(String action) {
            return all || says("Allow", action);
        }

        boolean denies(String action) {
            return says("Deny", action);
        }

        private boolean says(String effect, String action) {
            return statements.stream()
                    .filter(one -> words.of(one.at("Effect")).equals(effect))
                    .anyMatch(one -> one.at("Action").items().stream()
                            .anyMatch(pattern -> ExecutionRole.matches(words.of(pattern), action)));
        }
    }

    private List<Grant> grants(Resource role) {
        List<Grant> grants = new ArrayList<>();
        for (Tree managed : role.at("ManagedPolicyArns").items()) {
            Optional<Resource> own = template.find(template.id(managed, "Ref", "PolicyArn"), "AWS::IAM::ManagedPolicy");
            boolean aws = template.text(managed).endsWith(AWS_POLICY);
            List<Tree> statements = own.map(one -> statements(one.properties())).orElse(List.of());
            grants.add(grant(own.orElse(role), statements, aws, own.isEmpty() && !aws));
        }
        role.at("Policies").items().forEach(one -> grants.add(grant(role, statements(one), false, false)));
        for (String type : List.of("AWS::IAM::Policy", "AWS::IAM::ManagedPolicy", "AWS::IAM::RolePolicy")) {
            for (Resource policy : template.all(type)) {
                List<String> roles = new ArrayList<>(template.ids(policy.at("Roles"), "Ref"));
                roles.addAll(template.ids(policy.at("RoleName"), "Ref"));
                if (roles.contains(role.id())) {
                    grants.add(grant(policy, statements(policy.properties()), false, false));
                }
            }
        }
        return grants;
    }

    private Grant grant(Resource resource, List<Tree> statements, boolean all, boolean unknown) {
        return new Grant(resource, statements, all, unknown, template.words());
    }

    private static List<Tree> statements(Tree policy) {
        return policy.at("PolicyDocument", "Statement").items();
    }

    private boolean matches(Tree patterns, String action) {
        return patterns.items().stream().anyMatch(pattern -> matches(template.text(pattern), action));
    }

    /** Whether IAM's pattern, in which {@code *} and {@code ?} stand for others, means the action. */
    private static boolean matches(String pattern, String action) {
        StringBuilder regex = new StringBuilder();
        for (char c : pattern.toLowerCase(Locale.ROOT).toCharArray()) {
            regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
        }
        return action.toLowerCase(Locale.ROOT).matches(regex.toString());
    }
}

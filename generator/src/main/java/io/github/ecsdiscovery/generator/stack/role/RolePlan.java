package io.github.ecsdiscovery.generator.stack.role;

import io.github.ecsdiscovery.generator.model.Config;
import io.github.ecsdiscovery.generator.model.permission.Effect;
import io.github.ecsdiscovery.generator.model.permission.Policy;
import io.github.ecsdiscovery.generator.model.permission.Statement;
import io.github.ecsdiscovery.generator.model.schema.Texts;
import io.github.ecsdiscovery.generator.model.service.Service;
import io.github.ecsdiscovery.generator.stack.id.LogicalId;
import io.github.ecsdiscovery.generator.stack.id.LogicalIdRegistry;
import io.github.ecsdiscovery.generator.stack.role.PolicyStatement.Condition;
import io.github.ecsdiscovery.generator.stack.role.PolicyStatement.Element;
import io.github.ecsdiscovery.generator.stack.value.PseudoParameterText;
import io.github.ecsdiscovery.generator.stack.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides the roles: one to start tasks by, and one for what a service's own code does in AWS, where it does anything. */
public final class RolePlan {
    private static final String START_TASKS =
            "arn:${AWS::Partition}:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy";
    private static final List<String> EXEC = List.of(
            "ssmmessages:CreateControlChannel",
            "ssmmessages:CreateDataChannel",
            "ssmmessages:OpenControlChannel",
            "ssmmessages:OpenDataChannel");

    private final Config config;
    private final LogicalIdRegistry ids;

    public RolePlan(Config config, LogicalIdRegistry ids) {
        this.config = config;
        this.ids = ids;
    }

    /** The roles that services share. */
    public List<Role> shared() {
        List<Role> roles = new ArrayList<>();
        if (config.services().values().stream()
                .anyMatch(service -> service.allSecrets().isEmpty())) {
            roles.add(role(
                    ids.id(LogicalId.EXECUTION_ROLE),
                    "By this role ECS pulls images and writes logs.",
                    List.of(PseudoParameterText.of(START_TASKS)),
                    "",
                    List.of()));
        }
        if (config.services().values().stream().anyMatch(RolePlan::sharesRole)) {
            roles.add(role(
                    ids.id(LogicalId.TASK_ROLE),
                    "By this role ECS Exec reaches into tasks.",
                    List.of(),
                    "ecs-exec",
                    List.of(exec())));
        }
        return roles;
    }

    /** The execution role of one service, which reads its secrets and no others, or null where it has none. */
    @Nullable
    public Role execution(String name, Service service) {
        List<SecretReference> references =
                service.allSecrets().stream().map(SecretReference::of).toList();
        if (references.isEmpty()) {
            return null;
        }
        List<PolicyStatement> statements = new ArrayList<>();
        for (SecretReference.Store store : SecretReference.Store.values()) {
            add(
                    statements,
                    store.action(),
                    references.stream()
                            .filter(one -> one.store() == store)
                            .map(SecretReference::readable)
                            .toList());
        }
        add(
                statements,
                "kms:Decrypt",
                references.stream().flatMap(one -> one.kmsKey().stream()).toList());
        return role(
                ids.service(LogicalId.SERVICE_EXECUTION_ROLE, name),
                "By this role ECS starts tasks of " + name
                        + ": it pulls the image, writes logs and reads these secrets.",
                List.of(PseudoParameterText.of(START_TASKS)),
                "secrets",
                statements);
    }

    private static void add(List<PolicyStatement> statements, String action, List<Value> resources) {
        if (!resources.isEmpty()) {
            List<Element> elements = List.of(
                    new Element("Action", List.of(new Value.Literal(action))),
                    new Element("Resource", resources.stream().distinct().toList()));
            statements.add(new PolicyStatement(null, Effect.ALLOW.toString(), elements, List.of()));
        }
    }

    /** The task role of one service, or null where it shares one or needs none. */
    @Nullable
    public Role of(String name, Service service) {
        if (service.policies().isEmpty()) {
            return null;
        }
        List<Value> managed = new ArrayList<>();
        List<PolicyStatement> statements = new ArrayList<>();
        for (Policy policy : service.policies()) {
            if (policy instanceof Policy.Managed one) {
                managed.add(PseudoParameterText.of(one.arn()));
            } else if (policy instanceof Policy.Inline one) {
                statements.add(statement(one.statement()));
            }
        }
        if (service.exec()) {
            statements.add(exec());
        }
        String id = ids.service(LogicalId.SERVICE_TASK_ROLE, name);
        return role(id, "What the code of " + name + " may do in AWS.", managed, name, statements);
    }

    /** The task role that a service's tasks take, if any. */
    @Nullable
    public String idOf(Service service, @Nullable Role own) {
        if (own != null) {
            return own.id();
        }
        return sharesRole(service) ? LogicalId.TASK_ROLE.of() : null;
    }

    private Role role(
            String id, String comment, List<Value> managed, String policyName, List<PolicyStatement> statements) {
        return new Role(id, comment, managed, policyName, statements, boundary(config));
    }

    /** What stands on every role. */
    public static @Nullable Value boundary(Config config) {
        String said = config.permissionsBoundary();
        return said == null ? null : PseudoParameterText.of(said);
    }

    private static boolean sharesRole(Service service) {
        return service.exec() && service.policies().isEmpty();
    }

    private static PolicyStatement exec() {
        return new PolicyStatement(
                null,
                Effect.ALLOW.toString(),
                List.of(
                        new Element(
                                "Action",
                                EXEC.stream().map(PseudoParameterText::of).toList()),
                        new Element("Resource", List.of(new Value.Literal("*")))),
                List.of());
    }

    private static PolicyStatement statement(Statement said) {
        List<Element> elements = new ArrayList<>();
        add(elements, "Action", said.action());
        add(elements, "NotAction", said.notAction());
        add(elements, "Resource", said.resource());
        add(elements, "NotResource", said.notResource());
        List<Condition> conditions = new ArrayList<>();
        said.condition().forEach((operator, tests) -> {
            List<Element> compared = new ArrayList<>();
            tests.forEach((key, values) -> add(compared, key, values));
            conditions.add(new Condition(operator, compared));
        });
        Effect effect = said.effect() == null ? Effect.ALLOW : said.effect();
        return new PolicyStatement(said.sid(), effect.toString(), elements, conditions);
    }

    private static void add(List<Element> elements, String key, @Nullable Texts texts) {
        if (texts != null) {
            elements.add(new Element(
                    key, texts.all().stream().map(PseudoParameterText::of).toList()));
        }
    }
}

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

/** Creates the execution roles, with which ECS starts tasks, and the task roles, which grant permissions to the code. */
public final class RolePlan {
    private static final String EXECUTION_POLICY =
            "arn:${AWS::Partition}:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy";
    private static final List<String> EXEC_ACTIONS = List.of(
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

    /** Returns the roles that services share. */
    public List<Role> shared() {
        List<Role> roles = new ArrayList<>();
        if (config.services().values().stream()
                .anyMatch(service -> service.allSecrets().isEmpty())) {
            roles.add(role(
                    ids.id(LogicalId.EXECUTION_ROLE),
                    "Lets ECS pull images and write logs.",
                    List.of(PseudoParameterText.of(EXECUTION_POLICY)),
                    "",
                    List.of()));
        }
        if (config.services().values().stream().anyMatch(RolePlan::usesSharedTaskRole)) {
            roles.add(role(
                    ids.id(LogicalId.TASK_ROLE),
                    "Lets ECS Exec open sessions in tasks.",
                    List.of(),
                    "ecs-exec",
                    List.of(execStatement())));
        }
        return roles;
    }

    /** Returns the execution role of one service, which reads only its own secrets, or null if it has no secrets. */
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
                            .filter(reference -> reference.store() == store)
                            .map(SecretReference::resource)
                            .toList());
        }
        add(
                statements,
                "kms:Decrypt",
                references.stream()
                        .flatMap(reference -> reference.kmsKey().stream())
                        .toList());
        return role(
                ids.service(LogicalId.SERVICE_EXECUTION_ROLE, name),
                "Lets ECS start tasks of " + name + ": pull the image, write logs and read these secrets.",
                List.of(PseudoParameterText.of(EXECUTION_POLICY)),
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

    /** Returns the task role of one service, or null if it uses the shared role or none. */
    @Nullable
    public Role task(String name, Service service) {
        if (service.policies().isEmpty()) {
            return null;
        }
        List<Value> managed = new ArrayList<>();
        List<PolicyStatement> statements = new ArrayList<>();
        for (Policy policy : service.policies()) {
            if (policy instanceof Policy.Managed managedPolicy) {
                managed.add(PseudoParameterText.of(managedPolicy.arn()));
            } else if (policy instanceof Policy.Inline inline) {
                statements.add(statement(inline.statement()));
            }
        }
        if (service.exec()) {
            statements.add(execStatement());
        }
        String id = ids.service(LogicalId.SERVICE_TASK_ROLE, name);
        return role(id, "Grants the code of " + name + " its permissions in AWS.", managed, name, statements);
    }

    /** Returns the logical id of the task role of a service, or null if it has none. */
    @Nullable
    public String taskRoleId(Service service, @Nullable Role own) {
        if (own != null) {
            return own.id();
        }
        return usesSharedTaskRole(service) ? LogicalId.TASK_ROLE.of() : null;
    }

    private Role role(
            String id, String comment, List<Value> managed, String policyName, List<PolicyStatement> statements) {
        return new Role(id, comment, managed, policyName, statements, boundary(config));
    }

    /** Returns the permissions boundary of every role, or null for none. */
    public static @Nullable Value boundary(Config config) {
        String arn = config.permissionsBoundary();
        return arn == null ? null : PseudoParameterText.of(arn);
    }

    private static boolean usesSharedTaskRole(Service service) {
        return service.exec() && service.policies().isEmpty();
    }

    private static PolicyStatement execStatement() {
        return new PolicyStatement(
                null,
                Effect.ALLOW.toString(),
                List.of(
                        new Element(
                                "Action",
                                EXEC_ACTIONS.stream()
                                        .map(PseudoParameterText::of)
                                        .toList()),
                        new Element("Resource", List.of(new Value.Literal("*")))),
                List.of());
    }

    private static PolicyStatement statement(Statement statement) {
        List<Element> elements = new ArrayList<>();
        add(elements, "Action", statement.action());
        add(elements, "NotAction", statement.notAction());
        add(elements, "Resource", statement.resource());
        add(elements, "NotResource", statement.notResource());
        List<Condition> conditions = new ArrayList<>();
        statement.condition().forEach((operator, tests) -> {
            List<Element> compared = new ArrayList<>();
            tests.forEach((key, values) -> add(compared, key, values));
            conditions.add(new Condition(operator, compared));
        });
        Effect effect = statement.effect() == null ? Effect.ALLOW : statement.effect();
        return new PolicyStatement(statement.sid(), effect.toString(), elements, conditions);
    }

    private static void add(List<Element> elements, String key, @Nullable Texts texts) {
        if (texts != null) {
            elements.add(new Element(
                    key, texts.all().stream().map(PseudoParameterText::of).toList()));
        }
    }
}

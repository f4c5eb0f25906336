package io.github.ecsdiscovery.generator.stack.network;

import io.github.ecsdiscovery.generator.model.Config;
import io.github.ecsdiscovery.generator.model.service.Service;
import io.github.ecsdiscovery.generator.stack.image.ImageReference;
import io.github.ecsdiscovery.generator.stack.role.SecretReference;
import io.github.ecsdiscovery.generator.stack.role.SecretReference.Store;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The services of AWS that tasks ask for, and which tasks do: from this table follow the endpoints of a network. */
public enum AwsService {
    ECR_API("ecr.api", "an image in ECR: the token to pull with", true),
    ECR_DKR("ecr.dkr", "an image in ECR: its manifest", true),
    S3("s3", "an image in ECR: its layers", true),
    LOGS("logs", "every service: what its tasks say", true),
    // Secrets Manager and Parameter Store decrypt what they give, so that no task asks KMS.
    SECRETS_MANAGER("secretsmanager", "a service with `secrets` of Secrets Manager", false),
    SSM("ssm", "a service with `secrets` of Parameter Store", false),
    SSM_MESSAGES("ssmmessages", "a service with `exec`: its sessions", false),
    ECS_AGENT("ecs-agent", "a service that Service Connect leads to or from: its proxy", false),
    ;

    private final String word;
    private final String meaning;
    private final boolean usual;

    AwsService(String word, String meaning, boolean usual) {
        this.word = word;
        this.meaning = meaning;
        this.usual = usual;
    }

    private boolean isAskedBy(Config config, String name, Service service) {
        return switch (this) {
            case ECR_API, ECR_DKR, S3 ->
                ImageReference.all(config, name, service).stream().anyMatch(ImageReference::isInEcr);
            case LOGS -> true;
            case SECRETS_MANAGER -> isGivenFrom(Store.SECRETS_MANAGER, service);
            case SSM -> isGivenFrom(Store.PARAMETER_STORE, service);
            case SSM_MESSAGES -> service.exec();
            case ECS_AGENT -> config.hasServiceConnectProxy(service);
        };
    }

    private static boolean isGivenFrom(Store store, Service service) {
        return service.allSecrets().stream()
                .anyMatch(secret -> SecretReference.of(secret).store() == store);
    }

    /** Those that the tasks of one service ask for. */
    public static List<AwsService> of(Config config, String name, Service service) {
        return Arrays.stream(values())
                .filter(one -> one.isAskedBy(config, name, service))
                .toList();
    }

    /**
     * Those that the tasks of a config ask for. A platform alone has no tasks: it is there for stacks that join it, whose tasks
     * ask for what is usual.
     */
    public static Set<AwsService> of(Config config) {
        Set<AwsService> all = EnumSet.noneOf(AwsService.class);
        config.services().forEach((name, service) -> all.addAll(of(config, name, service)));
        if (config.services().isEmpty()) {
            Arrays.stream(values()).filter(one -> one.usual).forEach(all::add);
        }
        return all;
    }

    /** Who asks it, and for what. */
    public String meaning() {
        return meaning;
    }

    /** Whether its endpoint is a gateway: a route, which costs nothing. */
    public boolean isGateway() {
        return EndpointPlan.isGateway(word);
    }

    /** As its endpoints are named: {@code ecr.api}. */
    @Override
    public String toString() {
        return word;
    }
}

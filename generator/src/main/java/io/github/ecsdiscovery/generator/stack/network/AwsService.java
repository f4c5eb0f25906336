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

/** The AWS services that tasks call. They determine the VPC endpoints of a network. */
public enum AwsService {
    ECR_API("ecr.api", "images in ECR: the token to pull them", true),
    ECR_DKR("ecr.dkr", "images in ECR: their manifests", true),
    S3("s3", "images in ECR: their layers", true),
    LOGS("logs", "every service: its logs", true),
    // Secrets Manager and Parameter Store decrypt secrets themselves, so no task calls KMS.
    SECRETS_MANAGER("secretsmanager", "services with `secrets` in Secrets Manager", false),
    SSM("ssm", "services with `secrets` in Parameter Store", false),
    SSM_MESSAGES("ssmmessages", "services with `exec`: their sessions", false),
    ECS_AGENT("ecs-agent", "services that use Service Connect: their proxies", false),
    ;

    private final String endpointName;
    private final String meaning;
    private final boolean isUsual;

    AwsService(String endpointName, String meaning, boolean isUsual) {
        this.endpointName = endpointName;
        this.meaning = meaning;
        this.isUsual = isUsual;
    }

    private boolean isCalledBy(Config config, String name, Service service) {
        return switch (this) {
            case ECR_API, ECR_DKR, S3 ->
                ImageReference.all(config, name, service).stream().anyMatch(ImageReference::isInEcr);
            case LOGS -> true;
            case SECRETS_MANAGER -> hasSecretIn(Store.SECRETS_MANAGER, service);
            case SSM -> hasSecretIn(Store.PARAMETER_STORE, service);
            case SSM_MESSAGES -> service.exec();
            case ECS_AGENT -> config.hasServiceConnectProxy(service);
        };
    }

    private static boolean hasSecretIn(Store store, Service service) {
        return service.allSecrets().stream()
                .anyMatch(secret -> SecretReference.of(secret).store() == store);
    }

    /** Returns the AWS services that the tasks of one service call. */
    public static List<AwsService> of(Config config, String name, Service service) {
        return Arrays.stream(values())
                .filter(awsService -> awsService.isCalledBy(config, name, service))
                .toList();
    }

    /**
     * Returns the AWS services that the tasks of a config call.
     *
     * <p>A platform has no tasks of its own. For tasks of the stacks that join it, this method returns the usual services.
     */
    public static Set<AwsService> of(Config config) {
        Set<AwsService> all = EnumSet.noneOf(AwsService.class);
        config.services().forEach((name, service) -> all.addAll(of(config, name, service)));
        if (config.services().isEmpty()) {
            Arrays.stream(values()).filter(service -> service.isUsual).forEach(all::add);
        }
        return all;
    }

    /** Returns which tasks call the service and why, as the reference lists it. */
    public String meaning() {
        return meaning;
    }

    /** Returns whether its endpoint is a gateway endpoint, which is a free route. */
    public boolean isGateway() {
        return EndpointPlan.isGateway(endpointName);
    }

    /** Returns the service as endpoint names have it, such as {@code ecr.api}. */
    @Override
    public String toString() {
        return endpointName;
    }
}

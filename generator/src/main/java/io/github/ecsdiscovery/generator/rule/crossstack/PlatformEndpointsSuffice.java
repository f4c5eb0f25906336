package io.github.ecsdiscovery.generator.rule.crossstack;

import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.model.service.Container;
import io.github.ecsdiscovery.generator.model.service.Secret;
import io.github.ecsdiscovery.generator.model.service.Service;
import io.github.ecsdiscovery.generator.model.service.Sidecar;
import io.github.ecsdiscovery.generator.rule.image.ImageRegistryReachable;
import io.github.ecsdiscovery.generator.rule.network.PrivateSubnetEgress;
import io.github.ecsdiscovery.generator.rule.secret.SecretReachable;
import io.github.ecsdiscovery.generator.stack.image.ImageReference;
import io.github.ecsdiscovery.generator.stack.network.AwsService;
import io.github.ecsdiscovery.generator.stack.network.EndpointPlan;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Checks that the tasks of a stack that joins a platform without NAT reach all AWS services, images and secrets that they need
 * through the platform's endpoints.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonECS/latest/developerguide/vpc-endpoints.html">ECS interface VPC endpoints</a>
 */
final class PlatformEndpointsSuffice implements CrossStackRule {
    private static final ProblemKind PLATFORM_WITHOUT_ENDPOINT = ProblemKind.error(
                    "platform-without-endpoint",
                    "Tasks need an AWS service, image or secret that the platform's endpoints do not lead to.")
            .otherwise(
                    "AWS accepts the template. The task cannot pull its image, read its secret or reach the service, so it"
                            + " stops before it starts, and the deployment rolls back. An endpoint leads to its own Region only.")
            .source("https://docs.aws.amazon.com/AmazonECS/latest/developerguide/vpc-endpoints.html");

    private static final Path ENDPOINTS = Path.of("network", "endpoints");
    private static final Path NAT = Path.of("network", "nat");
    private static final Path PLACEMENT = Path.of("network", "placement");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(PLATFORM_WITHOUT_ENDPOINT);
    }

    @Override
    public void check(StackSet stacks, Consumer<CrossStackFinding> out) {
        Map<StackUnderCheck.Origin, PlatformGroup> groups = new LinkedHashMap<>();
        for (StackUnderCheck stack : stacks.all()) {
            StackUnderCheck platform = stacks.platform(stack);
            if (platform != null && platform.config().network().isIsolated()) {
                groups.computeIfAbsent(platform.origin(), absent -> new PlatformGroup(platform, new ArrayList<>()))
                        .members()
                        .add(stack);
            }
        }
        groups.values().forEach(group -> group.check(out));
    }

    /** A platform without NAT and the stacks that join it. */
    private record PlatformGroup(StackUnderCheck platform, List<StackUnderCheck> members) {
        void check(Consumer<CrossStackFinding> out) {
            Set<String> reachable = new HashSet<>(EndpointPlan.services(platform.config()));
            // The platform's own check reports endpoints that its own tasks need.
            PrivateSubnetEgress.missingEndpoints(platform.config())
                    .forEach(missing -> reachable.add(missing.toString()));
            List<MissingEndpoint> missing = members.stream()
                    .flatMap(stack -> missing(stack, reachable).stream())
                    .toList();
            Set<AwsService> services = EnumSet.noneOf(AwsService.class);
            missing.forEach(endpoint -> services.add(endpoint.awsService()));
            String endpoints = PrivateSubnetEgress.endpointsWith(
                    platform.config().network().endpoints(), List.copyOf(services));
            missing.forEach(endpoint -> out.accept(missingEndpoint(endpoint, endpoints)));
            members.forEach(stack -> stack.config()
                    .services()
                    .forEach((name, service) -> service.containers(name)
                            .forEach((key, container) ->
                                    new MemberContainer(this, stack, name, service, key, container).check(out))));
        }

        private static List<MissingEndpoint> missing(StackUnderCheck stack, Set<String> reachable) {
            List<MissingEndpoint> missing = new ArrayList<>();
            stack.config()
                    .services()
                    .forEach((name, service) -> AwsService.of(stack.config(), name, service).stream()
                            .filter(needed -> !reachable.contains(needed.toString()))
                            .forEach(needed -> missing.add(new MissingEndpoint(stack, name, needed))));
            return missing;
        }

        private CrossStackFinding missingEndpoint(MissingEndpoint missing, String endpoints) {
            String message = "tasks of `" + missing.service() + "` need `" + missing.awsService()
                    + "`, but the platform `" + platform.name() + "` has `nat: none` and no such endpoint";
            return finding(missing.stack(), missing.path(), message)
                    .atKey()
                    .hint("write `network: {endpoints: " + endpoints + "}` in `"
                            + platform.origin().file() + "`");
        }

        CrossStackFinding finding(StackUnderCheck stack, Path path, String message) {
            return CrossStackFinding.of(stack, PLATFORM_WITHOUT_ENDPOINT, path, message)
                    .also(Path.of("platform"))
                    .dependingOn(platform, ENDPOINTS, NAT, PLACEMENT);
        }
    }

    /** An AWS service that the tasks of a service need and that the platform has no endpoint for. */
    private record MissingEndpoint(StackUnderCheck stack, String service, AwsService awsService) {
        /** Returns the key that makes the tasks need the AWS service. */
        Path path() {
            Path path = Path.of("services", service);
            return switch (awsService) {
                case ECR_API, ECR_DKR, S3 -> path.with("image");
                case LOGS -> path;
                case SECRETS_MANAGER, SSM -> path.with("secrets");
                case SSM_MESSAGES -> path.with("exec");
                case ECS_AGENT -> path.with("discovery");
            };
        }
    }

    /**
     * A container of a stack that joins the platform.
     *
     * @param name the key of the service
     * @param key the key of the container under {@code sidecars}, or the service's name for its own container
     */
    private record MemberContainer(
            PlatformGroup group, StackUnderCheck stack, String name, Service service, String key, Container container) {
        void check(Consumer<CrossStackFinding> out) {
            if (isServiceContainer() || container.image() != null) {
                checkImage(out);
            }
            container.secrets().forEach((variable, secret) -> checkSecret(path("secrets", variable), secret, out));
        }

        private void checkImage(Consumer<CrossStackFinding> out) {
            ImageReference image = container instanceof Sidecar sidecar
                    ? ImageReference.of(stack.config(), name, service, sidecar)
                    : ImageReference.of(stack.config(), name, service);
            if (!ImageRegistryReachable.isInEcrOfRegion(region(), image)) {
                String displayName = isServiceContainer() ? "`" + name + "`" : "`" + key + "` of `" + name + "`";
                String message = "the image of " + displayName + " is in `" + image.registry() + "`" + unreachable();
                Path path = container.image() == null ? Path.of("registry") : path("image");
                out.accept(group.finding(stack, path, message)
                        .hint("push it to ECR, or use a pull-through cache, or " + natHint()));
            }
        }

        private void checkSecret(Path path, Secret secret, Consumer<CrossStackFinding> out) {
            String name = secret.ssm() == null ? secret.secretsmanager() : secret.ssm();
            String otherRegion = SecretReachable.otherRegion(region(), name);
            if (otherRegion != null) {
                String message = "the secret `" + name + "` is in `" + otherRegion + "`" + unreachable();
                out.accept(group.finding(stack, path.with(secret.ssm() == null ? "secretsmanager" : "ssm"), message)
                        .hint("replicate it to `" + region() + "`, or " + natHint()));
            }
        }

        private boolean isServiceContainer() {
            return container instanceof Service;
        }

        private Path path(String... steps) {
            Path path = Path.of("services", name);
            return (isServiceContainer() ? path : path.with("sidecars", key)).with(steps);
        }

        private @Nullable String region() {
            String own = stack.config().region();
            return own == null ? group.platform().config().region() : own;
        }

        private String unreachable() {
            return ", which the platform `" + group.platform().name() + "` with `nat: none` has no endpoint for";
        }

        private String natHint() {
            return "write `network: {nat: single}` in `"
                    + group.platform().origin().file() + "`";
        }
    }
}

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

/** Tasks of a stack that joins a platform without the internet reach what they ask for by the platform's endpoints. */
final class PlatformEndpointsSuffice implements CrossStackRule {
    private static final ProblemKind PLATFORM_WITHOUT_ENDPOINT = ProblemKind.error(
            "platform-without-endpoint",
            "The platform has no NAT, and no endpoint that leads to what tasks of this stack ask for.");

    private static final Path ENDPOINTS = Path.of("network", "endpoints");
    private static final Path NAT = Path.of("network", "nat");
    private static final Path PLACEMENT = Path.of("network", "placement");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(PLATFORM_WITHOUT_ENDPOINT);
    }

    @Override
    public void check(StackSet neighbours, Consumer<CrossStackFinding> out) {
        Map<StackUnderCheck.Origin, Household> households = new LinkedHashMap<>();
        for (StackUnderCheck one : neighbours.all()) {
            StackUnderCheck platform = neighbours.platform(one);
            if (platform != null && platform.config().network().isShut()) {
                households
                        .computeIfAbsent(platform.origin(), absent -> new Household(platform, new ArrayList<>()))
                        .joined()
                        .add(one);
            }
        }
        households.values().forEach(household -> household.check(out));
    }

    /** A platform from which endpoints alone lead out, and those that join it. */
    private record Household(StackUnderCheck platform, List<StackUnderCheck> joined) {
        void check(Consumer<CrossStackFinding> out) {
            Set<String> there = new HashSet<>(EndpointPlan.services(platform.config()));
            // What the platform's own tasks lack is told there.
            PrivateSubnetEgress.missing(platform.config()).forEach(missing -> there.add(missing.toString()));
            List<Lack> lacks =
                    joined.stream().flatMap(one -> lacks(one, there).stream()).toList();
            Set<AwsService> all = EnumSet.noneOf(AwsService.class);
            lacks.forEach(lack -> all.add(lack.asked()));
            String wanted = PrivateSubnetEgress.with(platform.config().network().endpoints(), List.copyOf(all));
            lacks.forEach(lack -> out.accept(endpoint(lack, wanted)));
            joined.forEach(one -> one.config()
                    .services()
                    .forEach((name, service) -> service.containers(name).forEach((container, said) -> {
                        new Room(this, one, name, service, container, said).check(out);
                    })));
        }

        private static List<Lack> lacks(StackUnderCheck one, Set<String> there) {
            List<Lack> lacks = new ArrayList<>();
            one.config()
                    .services()
                    .forEach((name, service) -> AwsService.of(one.config(), name, service).stream()
                            .filter(asked -> !there.contains(asked.toString()))
                            .forEach(asked -> lacks.add(new Lack(one, name, asked))));
            return lacks;
        }

        private CrossStackFinding endpoint(Lack lack, String wanted) {
            String message = "tasks of `" + lack.service() + "` ask for `" + lack.asked() + "`, and the platform `"
                    + platform.stack() + "` has `nat: none` and no endpoint of it";
            return clash(lack.one(), lack.path(), message)
                    .atKey()
                    .hint("write `network: {endpoints: " + wanted + "}` into `"
                            + platform.origin().file() + "`");
        }

        CrossStackFinding clash(StackUnderCheck one, Path path, String message) {
            return CrossStackFinding.of(one, PLATFORM_WITHOUT_ENDPOINT, path, message)
                    .also(Path.of("platform"))
                    .restingOn(platform, ENDPOINTS, NAT, PLACEMENT);
        }
    }

    /** That nothing leads the tasks of a service to what they ask for. */
    private record Lack(StackUnderCheck one, String service, AwsService asked) {
        /** The key by which they ask for it. */
        Path path() {
            Path path = Path.of("services", service);
            return switch (asked) {
                case ECR_API, ECR_DKR, S3 -> path.with("image");
                case LOGS -> path;
                case SECRETS_MANAGER, SSM -> path.with("secrets");
                case SSM_MESSAGES -> path.with("exec");
                case ECS_AGENT -> path.with("discovery");
            };
        }
    }

    /** One container of a service that joins, whose image and secrets are kept in the Region of the endpoints. */
    private record Room(
            Household household, StackUnderCheck one, String name, Service service, String container, Container said) {
        void check(Consumer<CrossStackFinding> out) {
            if (said instanceof Service || said.image() != null) {
                image(out);
            }
            said.secrets().forEach((variable, secret) -> secret(path("secrets", variable), secret, out));
        }

        private void image(Consumer<CrossStackFinding> out) {
            ImageReference image = said instanceof Sidecar sidecar
                    ? ImageReference.of(one.config(), name, service, sidecar)
                    : ImageReference.of(one.config(), name, service);
            if (!ImageRegistryReachable.isHere(region(), image)) {
                String whose = said instanceof Service ? "`" + name + "`" : "`" + container + "` of `" + name + "`";
                String message =
                        "the image of " + whose + " is kept at `" + image.registry() + "`: " + noWay(household);
                out.accept(household
                        .clash(one, said.image() == null ? Path.of("registry") : path("image"), message)
                        .hint("keep it in ECR, by a pull-through cache for instance, or " + nat(household)));
            }
        }

        private void secret(Path path, Secret secret, Consumer<CrossStackFinding> out) {
            String named = secret.ssm() == null ? secret.secretsmanager() : secret.ssm();
            String elsewhere = SecretReachable.otherRegion(region(), named);
            if (elsewhere != null) {
                String message = "`" + named + "` is kept in `" + elsewhere + "`: " + noWay(household);
                out.accept(household
                        .clash(one, path.with(secret.ssm() == null ? "secretsmanager" : "ssm"), message)
                        .hint("keep it in `" + region() + "`, by replication for instance, or " + nat(household)));
            }
        }

        private Path path(String... steps) {
            Path path = Path.of("services", name);
            return (said instanceof Service ? path : path.with("sidecars", container)).with(steps);
        }

        private @Nullable String region() {
            String own = one.config().region();
            return own == null ? household.platform().config().region() : own;
        }

        private static String noWay(Household household) {
            return "no endpoint of the platform `" + household.platform().stack()
                    + "` leads there, and with `nat: none` nothing else does";
        }

        private static String nat(Household household) {
            return "write `network: {nat: single}` into `"
                    + household.platform().origin().file() + "`";
        }
    }
}

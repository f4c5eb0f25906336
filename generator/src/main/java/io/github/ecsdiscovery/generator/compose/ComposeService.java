package io.github.ecsdiscovery.generator.compose;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A service of a Compose file, which is one container of an ECS service.
 *
 * <p>Texts are escaped for Compose: {@code $$} is a dollar sign.
 *
 * @param dependencies the services that have to start or end first
 */
public record ComposeService(
        String name,
        Image image,
        ContainerProcess process,
        Variables variables,
        Networking networking,
        List<Dependency> dependencies,
        @Nullable Health health,
        Resources resources) {
    public ComposeService {
        dependencies = List.copyOf(dependencies);
    }

    /**
     * An image.
     *
     * @param isLocal whether the user builds the image on this machine, because it belongs to the account's own registry
     * @param platform {@code linux/amd64} or {@code linux/arm64}
     */
    public record Image(String name, boolean isLocal, String platform) {}

    /**
     * The process of a container and its file system.
     *
     * @param init whether Docker runs an init process as PID 1
     * @param readOnly whether the root file system is read-only
     * @param volumes paths of volumes that start empty
     * @param stopGracePeriod the time between SIGTERM and SIGKILL, with its unit
     */
    public record ContainerProcess(
            List<String> entrypoint,
            List<String> command,
            @Nullable String user,
            boolean init,
            boolean readOnly,
            List<String> volumes,
            String stopGracePeriod) {
        public ContainerProcess {
            entrypoint = List.copyOf(entrypoint);
            command = List.copyOf(command);
            volumes = List.copyOf(volumes);
        }
    }

    /**
     * The environment variables of a container.
     *
     * @param environment {@code NAME=value}, or {@code NAME} for a secret
     * @param secrets the names of secrets, unescaped; the user sets them before starting the services
     */
    public record Variables(List<String> environment, List<String> secrets) {
        public Variables {
            environment = List.copyOf(environment);
            secrets = List.copyOf(secrets);
        }
    }

    /**
     * The names and ports of a service.
     *
     * @param aliases names under which others find the service, in addition to its own
     * @param mode {@code service:orders} if the service shares the network of another, or null
     * @param publishedPorts the ports that are published on this machine
     */
    public record Networking(List<String> aliases, @Nullable String mode, List<PublishedPort> publishedPorts) {
        public Networking {
            aliases = List.copyOf(aliases);
            publishedPorts = List.copyOf(publishedPorts);
        }

        /** Returns the ports in the syntax of Compose. */
        public List<String> ports() {
            return publishedPorts.stream().map(PublishedPort::mapping).toList();
        }
    }

    /** A service that has to start or end first, and the condition of Compose for that. */
    public record Dependency(String service, String condition) {}

    /**
     * A health check. Times have a unit.
     *
     * @param test the command, which starts with {@code CMD} or {@code CMD-SHELL}
     * @param retries the number of failed checks in a row after which the container is unhealthy
     */
    public record Health(List<String> test, String interval, String timeout, int retries, String startPeriod) {
        public Health {
            test = List.copyOf(test);
        }
    }

    /**
     * The number of containers and the limits of each.
     *
     * @param cpus the number of CPUs, such as {@code 0.25}
     * @param memory the memory, with its unit
     */
    public record Resources(int replicas, String cpus, String memory) {}
}

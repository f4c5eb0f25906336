package io.github.ecsdiscovery.generator.compose;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One service of a Compose file. Texts are as Compose reads them: {@code $$} stands for a dollar sign.
 *
 * @param built whether the image is built on this machine, as the account's registry would have it
 * @param platform {@code linux/amd64} or {@code linux/arm64}
 * @param init whether a process of Docker's own comes first
 * @param volumes paths that are empty volumes
 * @param environment {@code NAME=value}, and {@code NAME} for a secret
 * @param secrets names of variables that whoever starts the file gives a value, as they are
 * @param aliases names under which others find it, beside its own
 * @param networkMode {@code service:orders} where it shares the network of another, or null for one of its own
 * @param publications its ports on the machine
 * @param dependencies what it waits for
 * @param cpus how many, as text
 * @param memory with its unit
 */
public record ComposeService(
        String name,
        String image,
        boolean built,
        String platform,
        List<String> entrypoint,
        List<String> command,
        @Nullable String user,
        boolean init,
        boolean readOnly,
        List<String> volumes,
        List<String> environment,
        List<String> secrets,
        List<String> aliases,
        @Nullable String networkMode,
        List<PublishedPort> publications,
        List<Dependency> dependencies,
        @Nullable Health health,
        String stopGracePeriod,
        int replicas,
        String cpus,
        String memory) {
    public ComposeService {
        entrypoint = List.copyOf(entrypoint);
        command = List.copyOf(command);
        volumes = List.copyOf(volumes);
        environment = List.copyOf(environment);
        secrets = List.copyOf(secrets);
        aliases = List.copyOf(aliases);
        publications = List.copyOf(publications);
        dependencies = List.copyOf(dependencies);
    }

    /** Its ports as Compose writes them. */
    public List<String> ports() {
        return publications.stream().map(PublishedPort::mapping).toList();
    }

    /** A service that has to be there before, and what it has to have done. */
    public record Dependency(String service, String condition) {}

    /**
     * The health check: words, the first of which is {@code CMD} or {@code CMD-SHELL}, and times with their unit.
     *
     * @param retries failed checks in a row
     */
    public record Health(List<String> test, String interval, String timeout, int retries, String startPeriod) {
        public Health {
            test = List.copyOf(test);
        }
    }
}

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
 * @param alias its name under the namespace, or null where DNS does not know it
 * @param publications its ports on the machine
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
        @Nullable String alias,
        List<Publication> publications,
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
        publications = List.copyOf(publications);
    }

    /** Its ports as Compose writes them. */
    public List<String> ports() {
        return publications.stream().map(Publication::mapping).toList();
    }

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

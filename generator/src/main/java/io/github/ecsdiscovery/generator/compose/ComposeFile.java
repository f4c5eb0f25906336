package io.github.ecsdiscovery.generator.compose;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be rendered as a Compose file.
 *
 * @param name the Compose project's
 * @param system the config's name
 * @param domain under which services find each other
 * @param services by name
 * @param network the network of another Compose project that is joined, or null for one of its own
 */
public record ComposeFile(
        String name,
        String system,
        String domain,
        List<ComposeService> services,
        @Nullable String network) {
    public ComposeFile {
        services = List.copyOf(services);
    }

    /** Whether a service has sidecars. */
    public boolean hasSidecars() {
        return services.stream().anyMatch(one -> one.name().contains("."));
    }
}

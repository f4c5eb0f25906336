package io.github.ecsdiscovery.generator.compose;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Compose file, ready to be rendered.
 *
 * @param name the name of the Compose project
 * @param system the config's name
 * @param domain the domain of the DNS names of services
 * @param services the services, sorted by name
 * @param network the network of another Compose project to join, or null to create one
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

    /** Returns whether a service has sidecars. */
    public boolean hasSidecars() {
        return services.stream().anyMatch(service -> service.name().contains("."));
    }
}

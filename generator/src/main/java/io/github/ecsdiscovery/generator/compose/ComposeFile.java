package io.github.ecsdiscovery.generator.compose;

import java.util.List;

/**
 * What is to be rendered as a Compose file.
 *
 * @param name the Compose project's
 * @param system the config's name
 * @param domain under which services find each other
 * @param services by name
 */
public record ComposeFile(String name, String system, String domain, List<ComposeService> services) {
    public ComposeFile {
        services = List.copyOf(services);
    }
}

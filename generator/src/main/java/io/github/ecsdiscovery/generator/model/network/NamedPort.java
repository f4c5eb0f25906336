package io.github.ecsdiscovery.generator.model.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One of a service's ports.
 *
 * @param name null for a service's only, unnamed port
 */
public record NamedPort(@Nullable String name, Port port) {
    /** What {@code port} or {@code ports} say; of both, the one port. */
    public static List<NamedPort> all(@Nullable Port port, @Nullable Map<String, Port> ports) {
        if (port != null) {
            return List.of(new NamedPort(null, port));
        }
        List<NamedPort> all = new ArrayList<>();
        if (ports != null) {
            ports.forEach((name, one) -> all.add(new NamedPort(name, one)));
        }
        return all;
    }
}

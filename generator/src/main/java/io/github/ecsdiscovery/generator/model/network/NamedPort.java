package io.github.ecsdiscovery.generator.model.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A port of a service, with its name.
 *
 * @param name the name, or null for the value of {@code port}
 */
public record NamedPort(@Nullable String name, Port port) {
    /** Returns the ports that {@code port} or {@code ports} define; {@code port} wins if both are set. */
    public static List<NamedPort> all(@Nullable Port port, @Nullable Map<String, Port> ports) {
        if (port != null) {
            return List.of(new NamedPort(null, port));
        }
        List<NamedPort> all = new ArrayList<>();
        if (ports != null) {
            ports.forEach((name, value) -> all.add(new NamedPort(name, value)));
        }
        return all;
    }
}

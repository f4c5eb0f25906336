package io.github.ecsdiscovery.generator.stack.discovery;

import io.github.ecsdiscovery.generator.stack.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The ECS Service Connect configuration of a service. Each of its tasks has a proxy for calls to and from other services.
 *
 * @param namespace the ARN of the namespace
 * @param endpoints its own endpoints; empty for a service that only calls others
 */
public record ServiceConnect(Value namespace, List<Endpoint> endpoints) {
    public ServiceConnect {
        endpoints = List.copyOf(endpoints);
    }

    /**
     * A port that other services reach through their proxies.
     *
     * @param port the container port, which callers use too
     * @param portName the name of the port mapping
     * @param discoveryName the name of the Cloud Map service that ECS creates
     * @param host the host name that callers use
     * @param requestTimeout in seconds, or null for the default of Service Connect
     * @param idleTimeout in seconds, or null for the default of Service Connect
     */
    public record Endpoint(
            int port,
            String portName,
            String discoveryName,
            Value host,
            @Nullable Integer requestTimeout,
            @Nullable Integer idleTimeout) {
        /** Returns whether any timeout is set. */
        public boolean hasTimeout() {
            return requestTimeout != null || idleTimeout != null;
        }
    }
}

package io.github.ecsdiscovery.generator.stack.discovery;

import io.github.ecsdiscovery.generator.stack.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A service's part in ECS Service Connect: each of its tasks has a proxy, by which it reaches others and may be reached.
 *
 * @param namespace the ARN of the namespace
 * @param endpoints by which it is reached; none at a service that only calls
 */
public record ServiceConnect(Value namespace, List<Endpoint> endpoints) {
    public ServiceConnect {
        endpoints = List.copyOf(endpoints);
    }

    /**
     * A port that proxies lead to.
     *
     * @param port that the container listens at, which callers name too
     * @param portName of the port mapping
     * @param discoveryName of the Cloud Map service that ECS makes
     * @param host the name by which callers know it
     * @param requestTimeout seconds, or null for Service Connect's own
     * @param idleTimeout seconds, or null for Service Connect's own
     */
    public record Endpoint(
            int port,
            String portName,
            String discoveryName,
            Value host,
            @Nullable Integer requestTimeout,
            @Nullable Integer idleTimeout) {
        public boolean hasTimeout() {
            return requestTimeout != null || idleTimeout != null;
        }
    }
}

package io.github.ecsdiscovery.generator.model;

import io.github.ecsdiscovery.generator.model.discovery.DiscoveryMode;
import io.github.ecsdiscovery.generator.model.network.NamedPort;
import io.github.ecsdiscovery.generator.model.network.Port;
import io.github.ecsdiscovery.generator.model.schema.Format;
import io.github.ecsdiscovery.generator.model.schema.Key;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A service of the same namespace that another stack deploys.
 *
 * <pre>
 * peers:
 *   payments: {stack: shop-payments, port: 8080}
 *   orders: {stack: shop, ports: {http: 8080, admin: 9090}, discovery: connect}
 * </pre>
 */
public record Peer(
        @Key(
                value = "The stack that deploys the peer; this generator must have rendered it",
                example = "stack: shop-payments",
                format = Format.STACK,
                required = true)
        String stack,

        @Key(
                value =
                        "The only port of the peer and its protocol, `http` if omitted; must match the peer's own config",
                example = "port: 8080")
        @Nullable
        Port port,

        @Key(
                value = "The ports of the peer by name, as in its own config; the first one is registered",
                example = "ports: {http: 8080, admin: 9090}",
                keys = Format.PORT_NAME,
                minEntries = 1,
                maxEntries = 20)
        @Nullable
        Map<String, Port> ports,

        @Key(
                value = "How the peer is discovered, as in its own config: `dns`, `connect` or `both`",
                example = "discovery: connect",
                byDefault = "`dns`")
        @Nullable
        DiscoveryMode discovery) {
    /** Returns whether calls to the peer use Service Connect. */
    public boolean usesServiceConnect() {
        return discovery != null && discovery.usesServiceConnect();
    }

    /** Returns the ports in the order of the config; the first one is registered in DNS. */
    public List<NamedPort> allPorts() {
        return NamedPort.all(port, ports);
    }
}

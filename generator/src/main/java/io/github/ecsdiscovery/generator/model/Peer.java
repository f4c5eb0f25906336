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
        @Key(value = "The stack that deploys it, made by this generator", format = Format.STACK, required = true)
        String stack,

        @Key("Its only port and what is spoken there (http unless said), as its own config has it") @Nullable
        Port port,

        @Key(
                value = "Its ports by name, as its own config has them; the first is the one that is registered",
                keys = Format.PORT_NAME,
                least = 1,
                most = 20)
        @Nullable
        Map<String, Port> ports,

        @Key(value = "How it is reached, as its own config has it: `dns`, `connect` or `both`", byDefault = "`dns`")
        @Nullable
        DiscoveryMode discovery) {
    /** Whether Service Connect leads to it. */
    public boolean isConnect() {
        return discovery != null && discovery.isConnect();
    }

    /** Its ports in the order in which they are written; the first is the one that is registered. */
    public List<NamedPort> allPorts() {
        return NamedPort.all(port, ports);
    }
}

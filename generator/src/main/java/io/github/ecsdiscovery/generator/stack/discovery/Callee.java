package io.github.ecsdiscovery.generator.stack.discovery;

import io.github.ecsdiscovery.generator.model.Config;
import io.github.ecsdiscovery.generator.model.Peer;
import io.github.ecsdiscovery.generator.model.network.NamedPort;
import io.github.ecsdiscovery.generator.model.service.Call;
import io.github.ecsdiscovery.generator.model.service.Service;
import io.github.ecsdiscovery.generator.stack.id.Export;
import io.github.ecsdiscovery.generator.stack.id.LogicalId;
import io.github.ecsdiscovery.generator.stack.value.Value;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a call leads to: a service of the config, or a peer.
 *
 * @param port one of its ports
 * @param first whether it is its first port, which an id does not name
 * @param stack the stack that deploys a peer, or null for a service of the config
 */
public record Callee(
        String name,
        NamedPort port,
        boolean first,
        @Nullable String stack) {
    /** The callee, if the config has such a service or peer with such a port; else a rule tells the user. */
    public static Optional<Callee> of(Config config, Call call) {
        Service service = config.services().get(call.service());
        Peer peer = config.peers().get(call.service());
        if (service != null) {
            return of(call, service.allPorts(), null);
        }
        return peer == null ? Optional.empty() : of(call, peer.allPorts(), peer.stack());
    }

    private static Optional<Callee> of(Call call, List<NamedPort> ports, @Nullable String stack) {
        return ports.stream()
                .filter(port -> call.port() == null || call.port().equals(port.name()))
                .findFirst()
                .map(port -> new Callee(call.service(), port, port.equals(ports.get(0)), stack));
    }

    /** Its security group, where it has one of its own. */
    public Value group() {
        return stack == null
                ? new Value.Ref(LogicalId.SERVICE_SECURITY_GROUP.of(name))
                : Export.SERVICE_SECURITY_GROUP_ID.from(stack, name);
    }

    /** The port's name as an id has it. */
    public String portInId() {
        String name = port.name();
        return first || name == null ? "" : name;
    }
}

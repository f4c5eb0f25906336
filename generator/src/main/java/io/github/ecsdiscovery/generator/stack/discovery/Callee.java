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
 * The target of a call: a port of a service in the config or of a peer.
 *
 * @param port the port that is called
 * @param isFirstPort whether the port is the first one, which logical ids do not name
 * @param stack the stack of a peer, or null for a service of the config
 */
public record Callee(
        String name,
        NamedPort port,
        boolean isFirstPort,
        @Nullable String stack) {
    /** Returns the callee if the config has it; otherwise a rule reports the call. */
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

    /** Returns the id of its security group, if each service has its own. */
    public Value group() {
        return stack == null
                ? new Value.Ref(LogicalId.SERVICE_SECURITY_GROUP.of(name))
                : Export.SERVICE_SECURITY_GROUP_ID.from(stack, name);
    }

    /** Returns the port name for logical ids; empty for the first port. */
    public String portInId() {
        String name = port.name();
        return isFirstPort || name == null ? "" : name;
    }
}

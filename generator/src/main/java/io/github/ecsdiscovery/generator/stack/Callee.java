package io.github.ecsdiscovery.generator.stack;

import io.github.ecsdiscovery.generator.model.Call;
import io.github.ecsdiscovery.generator.model.Config;
import io.github.ecsdiscovery.generator.model.NamedPort;
import io.github.ecsdiscovery.generator.model.Service;
import java.util.List;
import java.util.Optional;

/**
 * What a call leads to.
 *
 * @param port one of the service's
 * @param first whether it is the service's first port, which an id does not name
 */
public record Callee(String name, Service service, NamedPort port, boolean first) {
    /** The callee, if the config has such a service with such a port; else a rule tells the user. */
    public static Optional<Callee> of(Config config, Call call) {
        Service service = config.services().get(call.service());
        if (service == null) {
            return Optional.empty();
        }
        List<NamedPort> ports = service.allPorts();
        return ports.stream()
                .filter(port -> call.port() == null || call.port().equals(port.name()))
                .findFirst()
                .map(port -> new Callee(call.service(), service, port, port.equals(ports.get(0))));
    }

    /** The port's name as an id has it. */
    String portInId() {
        String name = port.name();
        return first || name == null ? "" : name;
    }
}

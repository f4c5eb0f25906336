package io.github.ecsdiscovery.generator.stack.discovery;

import io.github.ecsdiscovery.generator.model.Config;
import io.github.ecsdiscovery.generator.model.discovery.Discovery;
import io.github.ecsdiscovery.generator.model.network.NamedPort;
import io.github.ecsdiscovery.generator.model.network.Protocol;
import io.github.ecsdiscovery.generator.model.service.Service;
import io.github.ecsdiscovery.generator.stack.id.LogicalId;
import io.github.ecsdiscovery.generator.stack.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides who has a part in ECS Service Connect, under which names, and who has to be there before whom. */
public final class ServiceConnectPlan {
    private static final String NAMESPACE =
            "arn:${AWS::Partition}:servicediscovery:${AWS::Region}:${AWS::AccountId}:namespace/";

    private final Config config;
    private final ServiceConnectCalls calls;

    public ServiceConnectPlan(Config config) {
        this.config = config;
        this.calls = new ServiceConnectCalls(config);
    }

    /** A service's part, or null where it has none. */
    @Nullable
    public ServiceConnect of(String name, Service service, Value namespaceId) {
        if (!config.hasServiceConnectProxy(service)) {
            return null;
        }
        List<ServiceConnect.Endpoint> endpoints = new ArrayList<>();
        Discovery said = service.connect();
        if (said != null) {
            for (NamedPort port : service.allPorts()) {
                endpoints.add(endpoint(name, port, said));
            }
        }
        return new ServiceConnect(arn(namespaceId), endpoints);
    }

    /** The name under which DNS would know it too, so that callers are told one name whichever way they go. */
    private ServiceConnect.Endpoint endpoint(String name, NamedPort port, Discovery said) {
        boolean isTcp = port.port().protocol() == Protocol.TCP;
        return new ServiceConnect.Endpoint(
                port.port().number(),
                portName(port),
                discoveryName(name, port),
                NamespaceDomain.within(config, name + ".", ""),
                isTcp ? null : said.requestTimeout(),
                said.idleTimeout());
    }

    /** By which Cloud Map knows a port: no service is called like this, for none has an underscore. */
    public static String discoveryName(String service, NamedPort port) {
        return service + "_" + portName(port);
    }

    /** A port without a name is called like what is spoken there. */
    public static String portName(NamedPort port) {
        return port.name() == null ? port.port().protocol().toString() : port.name();
    }

    /** What the proxy makes of a port's traffic, or null where it passes it on as it is. */
    public static @Nullable String appProtocol(NamedPort port) {
        return switch (port.port().protocol()) {
            case HTTP, GRPC -> port.port().protocol().toString();
            case TCP, UDP -> null;
        };
    }

    private static Value arn(Value namespaceId) {
        if (namespaceId instanceof Value.Ref ref) {
            return new Value.Sub(NAMESPACE + "${" + ref.id() + "}");
        }
        return namespaceId instanceof Value.Literal literal
                ? new Value.Sub(NAMESPACE + literal.text())
                : new Value.SubWith(NAMESPACE + "${Id}", "Id", namespaceId);
    }

    /** The services of the config that must be there before this one's tasks start: a proxy knows who was there then. */
    public List<String> before(String name) {
        return calls.before(name).stream().map(LogicalId.SERVICE::of).toList();
    }
}

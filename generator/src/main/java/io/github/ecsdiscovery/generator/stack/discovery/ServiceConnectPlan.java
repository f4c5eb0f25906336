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

/** Creates the ECS Service Connect configuration of services and the order in which they are deployed. */
public final class ServiceConnectPlan {
    private static final String NAMESPACE =
            "arn:${AWS::Partition}:servicediscovery:${AWS::Region}:${AWS::AccountId}:namespace/";

    private final Config config;
    private final ServiceConnectCalls calls;

    public ServiceConnectPlan(Config config) {
        this.config = config;
        this.calls = new ServiceConnectCalls(config);
    }

    /** Returns the configuration of a service, or null if it does not use Service Connect. */
    @Nullable
    public ServiceConnect of(String name, Service service, Value namespaceId) {
        if (!config.hasServiceConnectProxy(service)) {
            return null;
        }
        List<ServiceConnect.Endpoint> endpoints = new ArrayList<>();
        Discovery discovery = service.connect();
        if (discovery != null) {
            for (NamedPort port : service.allPorts()) {
                endpoints.add(endpoint(name, port, discovery));
            }
        }
        return new ServiceConnect(arn(namespaceId), endpoints);
    }

    /** Returns an endpoint with the service's DNS name, so that callers use the same name in every discovery mode. */
    private ServiceConnect.Endpoint endpoint(String name, NamedPort port, Discovery discovery) {
        boolean isTcp = port.port().protocol() == Protocol.TCP;
        return new ServiceConnect.Endpoint(
                port.port().number(),
                portName(port),
                discoveryName(name, port),
                NamespaceDomain.within(config, name + ".", ""),
                isTcp ? null : discovery.requestTimeout(),
                discovery.idleTimeout());
    }

    /** Returns the Cloud Map name of a port. It cannot collide with a service name, which has no underscore. */
    public static String discoveryName(String service, NamedPort port) {
        return service + "_" + portName(port);
    }

    /** Returns the name of a port, or its protocol if it has no name. */
    public static String portName(NamedPort port) {
        return port.name() == null ? port.port().protocol().toString() : port.name();
    }

    /** Returns the protocol that the proxy interprets, or null if it forwards traffic unchanged. */
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

    /** Returns the logical ids of ECS services that must exist before tasks of a service start. */
    public List<String> before(String name) {
        return calls.before(name).stream().map(LogicalId.SERVICE::of).toList();
    }
}

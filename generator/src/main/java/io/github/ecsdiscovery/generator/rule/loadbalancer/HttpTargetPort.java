package io.github.ecsdiscovery.generator.rule.loadbalancer;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.model.loadbalancer.Http;
import io.github.ecsdiscovery.generator.model.network.NamedPort;
import io.github.ecsdiscovery.generator.model.network.Protocol;
import io.github.ecsdiscovery.generator.rule.ServiceContext;
import io.github.ecsdiscovery.generator.rule.ServiceRule;
import io.github.ecsdiscovery.generator.rule.TextList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Checks that {@code http} leads to a port of the service that speaks HTTP. ECS rejects a service whose target port is not in the
 * task definition. Health checks of the load balancer fail on a port that speaks another protocol.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LoadBalancer.html">LoadBalancer</a>
 */
final class HttpTargetPort implements ServiceRule {
    private static final String API = "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LoadBalancer.html";
    private static final String REJECTED = "ECS rejects the service because no container listens on the target port.";

    private static final ProblemKind HTTP_WITHOUT_PORT = ProblemKind.error(
                    "http-without-port", "A service has `http` but no port.")
            .otherwise(REJECTED)
            .source(API);

    private static final ProblemKind UNKNOWN_HTTP_PORT = ProblemKind.error(
                    "unknown-http-port", "`http.port` is not a port of the service.")
            .otherwise(REJECTED)
            .source(API);

    private static final ProblemKind HTTP_PROTOCOL = ProblemKind.error(
                    "http-protocol", "`http` leads to a port that does not speak HTTP.")
            .otherwise(
                    "AWS accepts the template. The load balancer sends HTTP/1.1 to a port that speaks another protocol,"
                            + " so no task ever becomes healthy.")
            .source(
                    "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-target-groups.html");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(HTTP_WITHOUT_PORT, UNKNOWN_HTTP_PORT, HTTP_PROTOCOL);
    }

    @Override
    public void check(ServiceContext service, Consumer<Finding> out) {
        Http http = service.service().enabledHttp();
        if (http == null) {
            return;
        }
        Optional<NamedPort> port = service.service().httpPort();
        if (port.isPresent()) {
            checkProtocol(service, http, port.get(), out);
        } else if (service.service().hasPort()) {
            out.accept(unknownPort(service, http));
        } else if (service.isSetOnService("http")) {
            out.accept(Finding.of(
                            HTTP_WITHOUT_PORT,
                            service.path("http"),
                            "`" + service.name() + "` has `http` but no port to send requests to")
                    .atKey()
                    .hint("add `port: 8080`, or write `http: false`")
                    .also(service.path("port"), service.path("ports")));
        }
    }

    private static Finding unknownPort(ServiceContext service, Http http) {
        String names = TextList.list(
                service.service().allPorts().stream().map(NamedPort::name).filter(Objects::nonNull));
        boolean hasNames = service.service().ports() != null;
        return Finding.of(
                        UNKNOWN_HTTP_PORT,
                        service.path("http", "port"),
                        "`http.port` is `" + http.port() + "`, but `" + service.name() + "` has no port of that name")
                .hint(hasNames ? "its ports are " + names : "remove `http.port`; its only port has no name")
                .also(service.path("ports"), service.path("port"));
    }

    private static void checkProtocol(ServiceContext service, Http http, NamedPort port, Consumer<Finding> out) {
        if (port.port().protocol() == Protocol.HTTP) {
            return;
        }
        String message =
                "the load balancer sends HTTP to `" + service.name() + "`, but its port is `" + port.port() + "`";
        Path path = http.port() == null ? service.path("http") : service.path("http", "port");
        String hint = service.service().allPorts().stream()
                .filter(other -> other.port().protocol() == Protocol.HTTP && other.name() != null)
                .findFirst()
                .map(other -> "write `http: {port: " + other.name() + "}`")
                .orElseGet(() -> port.port().protocol() == Protocol.GRPC
                        ? "write `http: false`, and send requests from outside to a service that speaks HTTP"
                        : "write the port as `" + port.port().number() + "` if it speaks HTTP, or `http: false`");
        out.accept(
                Finding.of(HTTP_PROTOCOL, path, message).hint(hint).also(service.path("port"), service.path("ports")));
    }
}

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

/** What a load balancer sends to a service finds a port there that speaks http. */
final class HttpTargetPort implements ServiceRule {
    private static final ProblemKind HTTP_WITHOUT_PORT =
            ProblemKind.error("http-without-port", "A service without a port has `http`.");

    private static final ProblemKind UNKNOWN_HTTP_PORT =
            ProblemKind.error("unknown-http-port", "`http` names a port that the service does not have.");

    private static final ProblemKind HTTP_PROTOCOL = ProblemKind.error(
            "http-protocol", "The port that the load balancer sends requests to does not speak http.");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(HTTP_WITHOUT_PORT, UNKNOWN_HTTP_PORT, HTTP_PROTOCOL);
    }

    @Override
    public void check(ServiceContext one, Consumer<Finding> out) {
        Http front = one.service().enabledHttp();
        if (front == null) {
            return;
        }
        Optional<NamedPort> port = one.service().httpPort();
        if (port.isPresent()) {
            speaksHttp(one, front, port.get(), out);
        } else if (one.service().hasPort()) {
            unknown(one, front, out);
        } else if (one.isSetOnService("http")) {
            out.accept(Finding.of(
                            HTTP_WITHOUT_PORT,
                            one.path("http"),
                            "`" + one.name() + "` has `http` and no port to send requests to")
                    .atKey()
                    .hint("add `port:`, or write `http: false`")
                    .also(one.path("port"), one.path("ports")));
        }
    }

    private static void unknown(ServiceContext one, Http front, Consumer<Finding> out) {
        String ports = TextList.list(
                one.service().allPorts().stream().map(NamedPort::name).filter(Objects::nonNull));
        boolean named = one.service().ports() != null;
        out.accept(Finding.of(
                        UNKNOWN_HTTP_PORT,
                        one.path("http", "port"),
                        "`" + one.name() + "` has no port `" + front.port() + "` to send requests to")
                .hint(named ? "its ports are " + ports : "its only port has no name: leave `http.port` out")
                .also(one.path("ports"), one.path("port")));
    }

    private static void speaksHttp(ServiceContext one, Http front, NamedPort port, Consumer<Finding> out) {
        if (port.port().protocol() == Protocol.HTTP) {
            return;
        }
        String message = "the load balancer speaks http, and `" + one.name() + "` does not at `" + port.port() + "`";
        Path path = front.port() == null ? one.path("http") : one.path("http", "port");
        String hint = one.service().allPorts().stream()
                .filter(other -> other.port().protocol() == Protocol.HTTP && other.name() != null)
                .findFirst()
                .map(other -> "write `http: {port: " + other.name() + "}`")
                .orElseGet(() -> port.port().protocol() == Protocol.GRPC
                        ? "gRPC is for services that call it; what the internet asks goes to one that speaks http"
                        : "write the port as `" + port.port().number() + "` if it speaks http, or `http: false`");
        out.accept(Finding.of(HTTP_PROTOCOL, path, message).hint(hint).also(one.path("port"), one.path("ports")));
    }
}

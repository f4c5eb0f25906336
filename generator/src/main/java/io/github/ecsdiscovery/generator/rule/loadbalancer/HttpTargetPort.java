package io.github.ecsdiscovery.generator.rule.loadbalancer;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemId;
import io.github.ecsdiscovery.generator.model.loadbalancer.Http;
import io.github.ecsdiscovery.generator.model.network.NamedPort;
import io.github.ecsdiscovery.generator.model.network.Protocol;
import io.github.ecsdiscovery.generator.rule.ServiceRule;
import io.github.ecsdiscovery.generator.rule.TextList;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/** What a load balancer sends to a service finds a port there that speaks http. */
public final class HttpTargetPort implements ServiceRule {
    @Override
    public void check(One one, Consumer<Finding> out) {
        Http front = one.service().front();
        if (front == null) {
            return;
        }
        Optional<NamedPort> port = one.service().frontPort();
        if (port.isPresent()) {
            speaksHttp(one, front, port.get(), out);
        } else if (one.service().hasPort()) {
            unknown(one, front, out);
        } else if (one.isOwn("http")) {
            out.accept(Finding.of(
                            ProblemId.HTTP_WITHOUT_PORT,
                            one.path("http"),
                            "`" + one.name() + "` has `http` and no port to send requests to")
                    .atKey()
                    .hint("add `port:`, or write `http: false`")
                    .also(one.path("port"), one.path("ports")));
        }
    }

    private static void unknown(One one, Http front, Consumer<Finding> out) {
        String ports = TextList.list(
                one.service().allPorts().stream().map(NamedPort::name).filter(Objects::nonNull));
        boolean named = one.service().ports() != null;
        out.accept(Finding.of(
                        ProblemId.UNKNOWN_HTTP_PORT,
                        one.path("http", "port"),
                        "`" + one.name() + "` has no port `" + front.port() + "` to send requests to")
                .hint(named ? "its ports are " + ports : "its only port has no name: leave `http.port` out")
                .also(one.path("ports"), one.path("port")));
    }

    private static void speaksHttp(One one, Http front, NamedPort port, Consumer<Finding> out) {
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
        out.accept(Finding.of(ProblemId.HTTP_PROTOCOL, path, message)
                .hint(hint)
                .also(one.path("port"), one.path("ports")));
    }
}

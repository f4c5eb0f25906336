package io.github.ecsdiscovery.generator.rule.crossstack;

import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.diagnostic.Suggestion;
import io.github.ecsdiscovery.generator.model.Peer;
import io.github.ecsdiscovery.generator.model.discovery.Discovery;
import io.github.ecsdiscovery.generator.model.discovery.DiscoveryMode;
import io.github.ecsdiscovery.generator.model.network.NamedPort;
import io.github.ecsdiscovery.generator.model.network.Port;
import io.github.ecsdiscovery.generator.model.service.Service;
import io.github.ecsdiscovery.generator.rule.TextList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Checks that each peer is a service of the stack that {@code peers} names, that it can be discovered, and that it has the declared
 * ports. A missing peer has no exports to import; a call of a wrong port fails.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-stack-exports.html">Stack exports</a>
 */
final class KnownPeers implements CrossStackRule {
    private static final String EXPORTS =
            "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-stack-exports.html";

    private static final ProblemKind PEER_UNKNOWN = ProblemKind.error(
                    "peer-unknown", "A peer is not a service of the stack that it names.")
            .otherwise(
                    "The deployment fails because the other stack does not export the peer's security group. This check"
                            + " compares configs that are checked together. The stacks under `platform` and `peers` must be"
                            + " deployed first.")
            .source(EXPORTS);

    private static final ProblemKind PEER_WITHOUT_DISCOVERY = ProblemKind.error(
                    "peer-without-discovery", "A peer has no port or no discovery in its own config.")
            .otherwise(
                    "The deployment fails if the stack imports an export that does not exist. Otherwise callers find no"
                            + " name of the peer.")
            .source(EXPORTS);

    private static final ProblemKind PEER_PORT = ProblemKind.error(
                    "peer-port", "A peer has another port or protocol in its own config.")
            .otherwise("AWS accepts the template. Nothing, or something else, answers at the port that callers use.");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(PEER_UNKNOWN, PEER_WITHOUT_DISCOVERY, PEER_PORT);
    }

    @Override
    public void check(StackSet stacks, Consumer<CrossStackFinding> out) {
        for (StackUnderCheck stack : stacks.all()) {
            stack.config().peers().forEach((name, peer) -> {
                StackUnderCheck owner = stacks.find(peer.stack(), stack);
                if (owner != null) {
                    check(stacks, new Declaration(stack, owner, name, peer), out);
                }
            });
        }
    }

    /**
     * A peer that a stack declares.
     *
     * @param stack the stack that declares the peer
     * @param owner the stack that should have the service
     */
    private record Declaration(StackUnderCheck stack, StackUnderCheck owner, String name, Peer peer) {
        Path path() {
            return Path.of("peers", name);
        }

        String displayName() {
            return "`" + name + "` of `" + peer.stack() + "`";
        }

        CrossStackFinding finding(ProblemKind kind, Path path, String message) {
            return CrossStackFinding.of(stack, kind, path, message).also(path().with("stack"));
        }
    }

    private static void check(StackSet stacks, Declaration declaration, Consumer<CrossStackFinding> out) {
        Path servicePath = Path.of("services", declaration.name());
        Service service = declaration.owner().config().services().get(declaration.name());
        if (service == null) {
            out.accept(unknown(stacks, declaration).dependingOn(declaration.owner(), servicePath));
        } else if ((declaration.peer().usesServiceConnect() ? service.connect() : service.dns()) == null) {
            out.accept(withoutDiscovery(declaration, service)
                    .dependingOn(
                            declaration.owner(),
                            servicePath.with("port"),
                            servicePath.with("ports"),
                            servicePath.with("discovery")));
        } else {
            for (NamedPort port : declaration.peer().allPorts()) {
                checkPort(declaration, service, port, out);
            }
        }
    }

    private static CrossStackFinding unknown(StackSet stacks, Declaration declaration) {
        String message = "the stack `" + declaration.peer().stack() + "` has no service `" + declaration.name() + "`";
        TreeSet<String> known =
                new TreeSet<>(declaration.owner().config().services().keySet());
        String hint = stacks.ownerHint(declaration.name(), declaration.stack())
                .or(() -> Suggestion.hint(declaration.name(), known))
                .orElseGet(() -> known.isEmpty()
                        ? "that stack has no services"
                        : "its services are " + TextList.list(known.stream()));
        return declaration
                .finding(PEER_UNKNOWN, declaration.path(), message)
                .atKey()
                .hint(hint);
    }

    private static CrossStackFinding withoutDiscovery(Declaration declaration, Service service) {
        Discovery discovery = service.activeDiscovery();
        DiscoveryMode mode = discovery == null ? DiscoveryMode.NONE : discovery.mode();
        boolean isConnect = declaration.peer().usesServiceConnect();
        String message = declaration.displayName()
                + (service.hasPort()
                        ? " has `discovery: " + mode + "`, so callers cannot use "
                                + (isConnect ? "Service Connect" : "DNS")
                        : " has no port, so it cannot be called");
        String key = service.hasPort() ? "discovery: " + (isConnect ? "connect" : "dns") : "port: 8080";
        return declaration
                .finding(PEER_WITHOUT_DISCOVERY, declaration.path(), message)
                .atKey()
                .hint("write `" + key + "` at `" + declaration.name() + "` in `"
                        + declaration.owner().origin().file() + "`"
                        + (mode == DiscoveryMode.NONE ? "" : ", or `discovery: " + mode + "` here"));
    }

    private static void checkPort(
            Declaration declaration, Service service, NamedPort declared, Consumer<CrossStackFinding> out) {
        List<NamedPort> ports = service.allPorts();
        NamedPort sameName = ports.stream()
                .filter(port -> declared.name() != null && declared.name().equals(port.name()))
                .findFirst()
                .orElse(null);
        boolean matches = sameName == null
                ? ports.stream().anyMatch(port -> port.port().equals(declared.port()))
                : sameName.port().equals(declared.port());
        if (matches) {
            return;
        }
        Path path = declared.name() == null
                ? declaration.path().with("port")
                : declaration.path().with("ports", declared.name());
        String message = sameName == null
                ? declaration.displayName() + " has no port `" + declared.port() + "`"
                : "the port `" + declared.name() + "` of " + declaration.displayName() + " is `" + sameName.port()
                        + "`, not `" + declared.port() + "`";
        Path servicePath = Path.of("services", declaration.name());
        out.accept(declaration
                .finding(PEER_PORT, path, message)
                .hint(portHint(declared, sameName, ports))
                .dependingOn(declaration.owner(), servicePath.with("port"), servicePath.with("ports")));
    }

    private static String portHint(NamedPort declared, @Nullable NamedPort sameName, List<NamedPort> ports) {
        String key = declared.name() == null ? "port" : declared.name();
        if (sameName != null) {
            return "write `" + key + ": " + shortForm(sameName.port()) + "`";
        }
        return ports.size() == 1
                ? "write `" + key + ": " + shortForm(ports.get(0).port()) + "`"
                : "its ports are "
                        + TextList.list(ports.stream().map(port -> port.name() + ": " + shortForm(port.port())));
    }

    /** Returns a port as most people write it: {@code 8080} instead of {@code 8080/http}. */
    private static String shortForm(Port port) {
        String text = port.toString();
        return text.endsWith("/http") ? text.substring(0, text.indexOf('/')) : text;
    }
}

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

/** A peer is a service of the stack that it is said to be of, is found by DNS, and has the ports that are said. */
final class KnownPeers implements CrossStackRule {
    private static final ProblemKind PEER_UNKNOWN =
            ProblemKind.error("peer-unknown", "A peer is no service of its stack.");

    private static final ProblemKind PEER_WITHOUT_DISCOVERY = ProblemKind.error(
            "peer-without-discovery", "A peer has no name in DNS: no port in its own config, or no discovery.");

    private static final ProblemKind PEER_PORT = ProblemKind.error(
            "peer-port", "A peer has another port in its own config, or speaks something else there.");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(PEER_UNKNOWN, PEER_WITHOUT_DISCOVERY, PEER_PORT);
    }

    @Override
    public void check(StackSet neighbours, Consumer<CrossStackFinding> out) {
        for (StackUnderCheck one : neighbours.all()) {
            one.config().peers().forEach((name, peer) -> {
                StackUnderCheck other = neighbours.named(peer.stack(), one);
                if (other != null) {
                    check(neighbours, new Claim(one, other, name, peer), out);
                }
            });
        }
    }

    /** What one stack says of a service of another. */
    private record Claim(StackUnderCheck one, StackUnderCheck other, String name, Peer peer) {
        Path path() {
            return Path.of("peers", name);
        }

        String spoken() {
            return "`" + name + "` of `" + peer.stack() + "`";
        }

        CrossStackFinding clash(ProblemKind id, Path path, String message) {
            return CrossStackFinding.of(one, id, path, message).also(path().with("stack"));
        }
    }

    private static void check(StackSet neighbours, Claim claim, Consumer<CrossStackFinding> out) {
        Path there = Path.of("services", claim.name());
        Service service = claim.other().config().services().get(claim.name());
        if (service == null) {
            out.accept(unknown(neighbours, claim).restingOn(claim.other(), there));
        } else if ((claim.peer().isConnect() ? service.connect() : service.dns()) == null) {
            out.accept(nameless(claim, service)
                    .restingOn(claim.other(), there.with("port"), there.with("ports"), there.with("discovery")));
        } else {
            for (NamedPort said : claim.peer().allPorts()) {
                check(claim, service, said, out);
            }
        }
    }

    private static CrossStackFinding unknown(StackSet neighbours, Claim claim) {
        String message = "the stack `" + claim.peer().stack() + "` has no service `" + claim.name() + "`";
        TreeSet<String> known = new TreeSet<>(claim.other().config().services().keySet());
        String hint = neighbours
                .deployer(claim.name(), claim.one())
                .or(() -> Suggestion.hint(claim.name(), known))
                .orElseGet(() -> known.isEmpty()
                        ? "it has no services at all"
                        : "its services are " + TextList.list(known.stream()));
        return claim.clash(PEER_UNKNOWN, claim.path(), message).atKey().hint(hint);
    }

    private static CrossStackFinding nameless(Claim claim, Service service) {
        Discovery found = service.found();
        DiscoveryMode has = found == null ? DiscoveryMode.NONE : found.mode();
        boolean isConnect = claim.peer().isConnect();
        String message = claim.spoken()
                + (service.hasPort()
                        ? " is not found by " + (isConnect ? "Service Connect" : "DNS") + ": it has `discovery: " + has
                                + "`"
                        : " has no port, so there is nothing to call");
        String key = service.hasPort() ? "discovery: " + (isConnect ? "connect" : "dns") : "port: 8080";
        return claim.clash(PEER_WITHOUT_DISCOVERY, claim.path(), message)
                .atKey()
                .hint("write `" + key + "` at `" + claim.name() + "` in `"
                        + claim.other().origin().file() + "`"
                        + (has == DiscoveryMode.NONE ? "" : ", or `discovery: " + has + "` here"));
    }

    private static void check(Claim claim, Service service, NamedPort said, Consumer<CrossStackFinding> out) {
        List<NamedPort> has = service.allPorts();
        NamedPort sameName = has.stream()
                .filter(port -> said.name() != null && said.name().equals(port.name()))
                .findFirst()
                .orElse(null);
        boolean fits = sameName == null
                ? has.stream().anyMatch(port -> port.port().equals(said.port()))
                : sameName.port().equals(said.port());
        if (fits) {
            return;
        }
        Path path =
                said.name() == null ? claim.path().with("port") : claim.path().with("ports", said.name());
        String message = sameName == null
                ? claim.spoken() + " has no port `" + said.port() + "`"
                : "the port `" + said.name() + "` of " + claim.spoken() + " is `" + sameName.port() + "`, not `"
                        + said.port() + "`";
        Path there = Path.of("services", claim.name());
        out.accept(claim.clash(PEER_PORT, path, message)
                .hint(hint(said, sameName, has))
                .restingOn(claim.other(), there.with("port"), there.with("ports")));
    }

    private static String hint(NamedPort said, @Nullable NamedPort sameName, List<NamedPort> has) {
        String key = said.name() == null ? "port" : said.name();
        if (sameName != null) {
            return "write `" + key + ": " + written(sameName.port()) + "`";
        }
        return has.size() == 1
                ? "write `" + key + ": " + written(has.get(0).port()) + "`"
                : "its ports are " + TextList.list(has.stream().map(KnownPeers::spoken));
    }

    private static String spoken(NamedPort port) {
        return port.name() + ": " + written(port.port());
    }

    /** As most people write it. */
    private static String written(Port port) {
        String text = port.toString();
        return text.endsWith("/http") ? text.substring(0, text.indexOf('/')) : text;
    }
}

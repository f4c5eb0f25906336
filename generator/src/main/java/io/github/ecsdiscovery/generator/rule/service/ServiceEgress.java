package io.github.ecsdiscovery.generator.rule.service;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemId;
import io.github.ecsdiscovery.generator.model.network.Cidr;
import io.github.ecsdiscovery.generator.model.network.Egress;
import io.github.ecsdiscovery.generator.model.network.Protocol;
import io.github.ecsdiscovery.generator.model.network.SecurityGroups;
import io.github.ecsdiscovery.generator.model.network.Source;
import io.github.ecsdiscovery.generator.rule.ServiceRule;
import io.github.ecsdiscovery.generator.rule.network.PrivateVpcRange;
import io.github.ecsdiscovery.generator.stack.network.NetworkResources;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A service reaches what its tasks need to start, unless one group lets all of them out everywhere. */
public final class ServiceEgress implements ServiceRule {
    private static final int HTTPS = 443;
    private static final String ANYWHERE = "{to: 0.0.0.0/0, port: 443}";
    private static final String S3 =
            "add `{to: pl-…, port: 443}` with the id of S3's prefix list, or `" + ANYWHERE + "`";

    @Override
    public void check(One one, Consumer<Finding> out) {
        if (one.config().network().securityGroups() == SecurityGroups.SHARED) {
            if (one.isWritten("egress")) {
                out.accept(Finding.of(
                                ProblemId.EGRESS_WITH_SHARED,
                                one.path("egress"),
                                "`egress` of `" + one.name()
                                        + "` cannot be kept: the group that all services share is open outwards")
                        .atKey()
                        .hint("leave it out, or write `network: {securityGroups: perService}`")
                        .also(Path.of("network", "securityGroups")));
            }
        } else if (!leadsToEndpoints(one)) {
            String inside = "{to: " + one.config().network().cidr().network() + ", port: 443}";
            String hint = leadsOut(one) ? "add `" + inside + "`, which is where they are" : both(inside);
            out.accept(told(one, "at the VPC's endpoints", "pull no image and write no log", hint));
        } else if (!leadsOut(one)) {
            boolean hasEndpoints = hasInterfaces(one.subject().stack().network());
            out.accept(
                    hasEndpoints
                            ? told(one, "at S3 or on the internet", "pull no image", S3)
                            : told(one, "on the internet", "pull no image and write no log", "add `" + ANYWHERE + "`"));
        }
    }

    private static String both(String inside) {
        return "add `" + ANYWHERE + "`, or `" + inside + "` for them and `{to: pl-…, port: 443}` for S3";
    }

    private static Finding told(One one, String where, String lack, String hint) {
        return Finding.of(
                        ProblemId.EGRESS_WITHOUT_443,
                        one.path("egress"),
                        "`egress` of `" + one.name() + "` has no port 443 " + where + ": its tasks can " + lack)
                .atKey()
                .hint(hint)
                .also(one.path("egress"), Path.of("network", "securityGroups"));
    }

    /** To the internet, or to what stands before it: the prefix list of S3, which has a gateway endpoint. */
    private static boolean leadsOut(One one) {
        return https(one).anyMatch(to -> leadsOut(one, to));
    }

    /** A VPC that exists may lead anywhere. */
    private static boolean leadsOut(One one, Source to) {
        if (one.subject().stack().network() == null || to instanceof Source.PrefixList) {
            return true;
        }
        return to instanceof Source.Network network && !PrivateVpcRange.isPrivate(network.cidr());
    }

    /** Interface endpoints answer to the names of their services for everybody, so who cannot reach them reaches nothing. */
    private static boolean leadsToEndpoints(One one) {
        NetworkResources own = one.subject().stack().network();
        return own == null
                || !hasInterfaces(own)
                || own.taskSubnets().stream()
                        .map(subnet -> Cidr.of(subnet.cidr()))
                        .allMatch(subnet -> https(one)
                                .anyMatch(to -> to instanceof Source.Network network
                                        && network.cidr().contains(subnet)));
    }

    private static boolean hasInterfaces(@Nullable NetworkResources own) {
        return own != null && own.endpoints().group() != null;
    }

    private static Stream<Source> https(One one) {
        return one.service().egress().stream().filter(ServiceEgress::isHttps).map(Egress::to);
    }

    private static boolean isHttps(Egress egress) {
        return egress.port().number() == HTTPS && egress.port().protocol() != Protocol.UDP;
    }
}

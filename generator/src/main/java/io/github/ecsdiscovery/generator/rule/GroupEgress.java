package io.github.ecsdiscovery.generator.rule;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemId;
import io.github.ecsdiscovery.generator.model.Egress;
import io.github.ecsdiscovery.generator.model.Protocol;
import io.github.ecsdiscovery.generator.model.SecurityGroups;
import io.github.ecsdiscovery.generator.model.Source;
import java.util.function.Consumer;

/** A service reaches what its tasks need to start, unless one group lets all of them out everywhere. */
final class GroupEgress implements ServiceRule {
    private static final int HTTPS = 443;

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
        } else if (one.service().egress().stream().noneMatch(egress -> isHttps(egress) && leadsOut(one, egress.to()))) {
            out.accept(Finding.of(
                            ProblemId.EGRESS_WITHOUT_443,
                            one.path("egress"),
                            "`egress` of `" + one.name()
                                    + "` has no port 443 on the internet: its tasks can pull no image and write no log")
                    .atKey()
                    .hint("add `{to: 0.0.0.0/0, port: 443}`")
                    .also(one.path("egress"), Path.of("network", "securityGroups")));
        }
    }

    /** A VPC that exists may lead anywhere; the stack's own has nothing that answers within. */
    private static boolean leadsOut(One one, Source to) {
        if (one.subject().stack().network() == null || to instanceof Source.PrefixList) {
            return true;
        }
        return to instanceof Source.Network network && !PrivateRange.isPrivate(network.cidr());
    }

    private static boolean isHttps(Egress egress) {
        return egress.port().number() == HTTPS && egress.port().protocol() != Protocol.UDP;
    }
}

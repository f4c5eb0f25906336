package io.github.ecsdiscovery.generator.rule.name;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.model.Config;
import io.github.ecsdiscovery.generator.model.discovery.Discovery;
import io.github.ecsdiscovery.generator.model.service.Service;
import io.github.ecsdiscovery.generator.rule.Rule;
import io.github.ecsdiscovery.generator.rule.RuleContext;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Every name that is registered fits into DNS. */
final class DnsNameLength implements Rule {
    private static final ProblemKind NAME_TOO_LONG =
            ProblemKind.error("name-too-long", "A service's name under the namespace is longer than DNS allows.");

    private static final int MOST = 253;

    /** A task's id and the dot behind it, which SRV records name as their target. */
    private static final int TASK = 33;

    @Override
    public List<ProblemKind> kinds() {
        return List.of(NAME_TOO_LONG);
    }

    @Override
    public void check(RuleContext subject, Consumer<Finding> out) {
        Config config = subject.config();
        if (config.domain() == null) {
            return;
        }
        for (Map.Entry<String, Service> entry : config.services().entrySet()) {
            Discovery dns = entry.getValue().dns();
            if (dns == null) {
                continue;
            }
            String name = entry.getKey() + "." + config.domain();
            int length = name.length() + (dns.hasSrv() ? TASK : 0);
            if (length > MOST) {
                String what = dns.hasSrv() ? "with a task's id before it, `" : "`";
                String message = what + name + "` has " + length + " characters; DNS takes " + MOST;
                out.accept(Finding.of(NAME_TOO_LONG, Path.of("namespace", "name"), message)
                        .hint("shorten the namespace's name by " + (length - MOST))
                        .also(Path.of("name")));
                return;
            }
        }
    }
}

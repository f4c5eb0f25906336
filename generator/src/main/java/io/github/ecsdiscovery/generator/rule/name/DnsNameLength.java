package io.github.ecsdiscovery.generator.rule.name;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.model.Config;
import io.github.ecsdiscovery.generator.model.discovery.Discovery;
import io.github.ecsdiscovery.generator.model.service.Service;
import io.github.ecsdiscovery.generator.rule.Rule;
import io.github.ecsdiscovery.generator.rule.RuleContext;
import io.github.ecsdiscovery.generator.rule.TextList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Checks that each registered name fits into DNS, which allows 253 characters. Route 53 cannot hold a longer name. */
final class DnsNameLength implements Rule {
    private static final ProblemKind NAME_TOO_LONG = ProblemKind.error(
                    "name-too-long", "The DNS name of a service is longer than DNS allows.")
            .otherwise(
                    "DNS cannot hold the name. It allows 253 characters, including the namespace and, for SRV records,"
                            + " the task's id in front of the name.");

    private static final int LONGEST = 253;
    /** The length of a task's id and the dot after it. SRV records have a target with this prefix. */
    private static final int TASK_ID_LENGTH = 33;

    @Override
    public List<ProblemKind> kinds() {
        return List.of(NAME_TOO_LONG);
    }

    @Override
    public void check(RuleContext context, Consumer<Finding> out) {
        Config config = context.config();
        if (config.domain() == null) {
            return;
        }
        for (Map.Entry<String, Service> entry : config.services().entrySet()) {
            Discovery dns = entry.getValue().dns();
            if (dns == null) {
                continue;
            }
            String name = entry.getKey() + "." + config.domain();
            int length = name.length() + (dns.hasSrv() ? TASK_ID_LENGTH : 0);
            if (length > LONGEST) {
                String withTaskId = dns.hasSrv() ? " with a task's id in front" : "";
                String message =
                        "`" + name + "` has " + length + " characters" + withTaskId + "; DNS allows " + LONGEST;
                out.accept(Finding.of(NAME_TOO_LONG, Path.of("namespace", "name"), message)
                        .hint("shorten `namespace.name` by " + TextList.count(length - LONGEST, "character"))
                        .also(Path.of("name")));
                return;
            }
        }
    }
}

package io.github.ecsdiscovery.generator.rule;

import io.github.ecsdiscovery.generator.config.ConfigReadResult;
import io.github.ecsdiscovery.generator.config.ConfigReader;
import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.model.Config;
import io.github.ecsdiscovery.generator.rule.catalog.Rules;
import io.github.ecsdiscovery.generator.stack.StackPlan;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A config that was read, with the findings of all rules. */
public record Checked(ConfigReadResult reading, List<Finding> findings) {
    public static Checked of(String yaml) {
        ConfigReadResult reading =
                ConfigReader.read("config.yaml", yaml.getBytes(StandardCharsets.UTF_8), null, List.of());
        Config config = reading.config().orElseThrow(() -> new AssertionError(reading.problems()));
        RuleContext context = new RuleContext(config, StackPlan.of(config), reading::isWritten, reading::isOwn);
        List<Finding> findings = Rules.check(context).stream()
                .filter(finding -> !reading.restsOnBroken(finding))
                .toList();
        return new Checked(reading, findings);
    }

    public List<String> idTexts() {
        return findings.stream().map(finding -> finding.id().id()).toList();
    }

    public List<ProblemKind> ids() {
        return findings.stream().map(Finding::id).toList();
    }

    List<String> messages(ProblemKind id) {
        return findings.stream()
                .filter(finding -> finding.id().equals(id))
                .map(finding -> finding.path() + ": " + finding.message() + " -> " + finding.hint())
                .toList();
    }
}

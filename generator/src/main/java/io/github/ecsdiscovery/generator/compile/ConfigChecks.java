package io.github.ecsdiscovery.generator.compile;

import io.github.ecsdiscovery.generator.config.ConfigReadResult;
import io.github.ecsdiscovery.generator.config.ConfigReader;
import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Problem;
import io.github.ecsdiscovery.generator.diagnostic.SourceLines;
import io.github.ecsdiscovery.generator.rule.crossstack.CrossStackFinding;
import io.github.ecsdiscovery.generator.rule.crossstack.CrossStackRules;
import io.github.ecsdiscovery.generator.rule.crossstack.StackSet;
import io.github.ecsdiscovery.generator.rule.crossstack.StackUnderCheck;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The problems of several configs: those of each config, and those between their stacks.
 *
 * @param all one check per config, in the given order
 */
public record ConfigChecks(List<ConfigCheck> all) {
    public ConfigChecks {
        all = List.copyOf(all);
    }

    /** Checks configs, each in every environment, and all stacks together. */
    public static ConfigChecks of(List<ConfigSource> files) {
        List<ConfigCheck> checks = files.stream().map(ConfigCheck::of).toList();
        Map<StackUnderCheck.Origin, List<CrossStackFinding>> findings = new HashMap<>();
        List<StackUnderCheck> stacks =
                checks.stream().flatMap(check -> check.stacks().stream()).toList();
        for (CrossStackFinding finding : CrossStackRules.check(new StackSet(stacks))) {
            findings.computeIfAbsent(finding.stack().origin(), absent -> new ArrayList<>())
                    .add(finding);
        }
        ConfigRereader rereader = new ConfigRereader(files);
        return new ConfigChecks(checks.stream()
                .map(check -> withFindings(check, findings, rereader))
                .toList());
    }

    /** Returns the problems of all configs. */
    public List<Problem> problems() {
        return all.stream().flatMap(check -> check.problems().stream()).toList();
    }

    /** Returns the lines of all configs, for printing problems. */
    public SourceLines lines() {
        Map<String, SourceLines> linesByFile = new HashMap<>();
        all.forEach(check -> linesByFile.put(check.file().name(), check.lines()));
        return location -> {
            SourceLines lines = linesByFile.get(location.source());
            return lines == null ? null : lines.at(location);
        };
    }

    private static ConfigCheck withFindings(
            ConfigCheck check, Map<StackUnderCheck.Origin, List<CrossStackFinding>> findings, ConfigRereader rereader) {
        ConfigCheck extended = check;
        for (StackUnderCheck stack : check.stacks()) {
            List<Finding> independent = findings.getOrDefault(stack.origin(), List.of()).stream()
                    .flatMap(finding -> rereader.independent(finding).stream())
                    .toList();
            List<Finding> reported = WarningSuppressions.unaccepted(stack.config(), independent);
            if (!reported.isEmpty()) {
                List<Problem> problems = CheckResult.located(rereader.read(stack), reported);
                extended = extended.with(stack.origin().environment(), problems);
            }
        }
        return extended;
    }

    /** Reads configs a second time to locate findings, because keeping all parsed configs would take too much memory. */
    private static final class ConfigRereader {
        private final Map<String, ConfigSource> files = new HashMap<>();
        private final Map<StackUnderCheck.Origin, ConfigReadResult> results = new HashMap<>();

        ConfigRereader(List<ConfigSource> files) {
            files.forEach(file -> this.files.put(file.name(), file));
        }

        /** Returns the finding at a path that the config has, or nothing if it follows from a problem of the reader. */
        Optional<Finding> independent(CrossStackFinding crossStack) {
            ConfigReadResult result = read(crossStack.stack());
            Finding finding = crossStack.finding();
            boolean followsFromProblem = result.dependsOnInvalid(finding)
                    || crossStack.dependencies().stream()
                            .anyMatch(rest -> read(rest.stack()).isInvalid(rest.path()));
            if (followsFromProblem) {
                return Optional.empty();
            }
            return Optional.of(result.isWritten(finding.path()) ? finding : finding.at(crossStack.fallbackPath()));
        }

        ConfigReadResult read(StackUnderCheck stack) {
            return results.computeIfAbsent(stack.origin(), this::read);
        }

        private ConfigReadResult read(StackUnderCheck.Origin origin) {
            ConfigSource file = files.get(origin.file());
            if (file == null) {
                throw new IllegalStateException("unknown config: " + origin.file());
            }
            return ConfigReader.read(file.name(), file.bytes(), origin.environment(), List.of());
        }
    }
}

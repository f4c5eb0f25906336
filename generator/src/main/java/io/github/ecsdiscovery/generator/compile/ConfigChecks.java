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
 * Several configs, each looked at by itself, and the stacks of all beside each other.
 *
 * @param all in the order in which the configs are given
 */
public record ConfigChecks(List<ConfigCheck> all) {
    public ConfigChecks {
        all = List.copyOf(all);
    }

    public static ConfigChecks of(List<ConfigSource> files) {
        List<ConfigCheck> each = files.stream().map(ConfigCheck::of).toList();
        Map<StackUnderCheck.Origin, List<CrossStackFinding>> clashes = new HashMap<>();
        List<StackUnderCheck> stacks =
                each.stream().flatMap(survey -> survey.stacks().stream()).toList();
        for (CrossStackFinding clash : CrossStackRules.check(new StackSet(stacks))) {
            clashes.computeIfAbsent(clash.stack().origin(), absent -> new ArrayList<>())
                    .add(clash);
        }
        Again again = new Again(files);
        return new ConfigChecks(
                each.stream().map(survey -> beside(survey, clashes, again)).toList());
    }

    public List<Problem> problems() {
        return all.stream().flatMap(survey -> survey.problems().stream()).toList();
    }

    public SourceLines lines() {
        Map<String, SourceLines> lines = new HashMap<>();
        all.forEach(survey -> lines.put(survey.file().name(), survey.lines()));
        return place -> {
            SourceLines own = lines.get(place.source());
            return own == null ? null : own.at(place);
        };
    }

    private static ConfigCheck beside(
            ConfigCheck survey, Map<StackUnderCheck.Origin, List<CrossStackFinding>> clashes, Again again) {
        ConfigCheck whole = survey;
        for (StackUnderCheck stack : survey.stacks()) {
            List<Finding> sound = clashes.getOrDefault(stack.origin(), List.of()).stream()
                    .flatMap(clash -> again.sound(clash).stream())
                    .toList();
            List<Finding> told = WarningSuppressions.unaccepted(stack.config(), sound);
            if (!told.isEmpty()) {
                List<Problem> problems = CheckResult.placed(again.reading(stack), told);
                whole = whole.with(stack.origin().environment(), problems);
            }
        }
        return whole;
    }

    /** Reads configs a second time where something was found: to keep all that was read would take much room. */
    private static final class Again {
        private final Map<String, ConfigSource> files = new HashMap<>();
        private final Map<StackUnderCheck.Origin, ConfigReadResult> readings = new HashMap<>();

        Again(List<ConfigSource> files) {
            files.forEach(file -> this.files.put(file.name(), file));
        }

        /** The finding at its place, unless it rests on something that was told already. */
        Optional<Finding> sound(CrossStackFinding clash) {
            ConfigReadResult reading = reading(clash.stack());
            Finding said = clash.finding();
            boolean broken = reading.restsOnBroken(said)
                    || clash.dependencies().stream()
                            .anyMatch(dependency -> reading(dependency.stack()).isBroken(dependency.path()));
            if (broken) {
                return Optional.empty();
            }
            return Optional.of(reading.isWritten(said.path()) ? said : said.at(clash.fallbackPath()));
        }

        ConfigReadResult reading(StackUnderCheck stack) {
            return readings.computeIfAbsent(stack.origin(), this::read);
        }

        private ConfigReadResult read(StackUnderCheck.Origin origin) {
            ConfigSource file = files.get(origin.file());
            if (file == null) {
                throw new IllegalStateException("no such config: " + origin.file());
            }
            return ConfigReader.read(file.name(), file.bytes(), origin.environment(), List.of());
        }
    }
}

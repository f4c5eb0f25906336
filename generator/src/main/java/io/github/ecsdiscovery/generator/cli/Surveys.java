package io.github.ecsdiscovery.generator.cli;

import io.github.ecsdiscovery.generator.config.ConfigReader;
import io.github.ecsdiscovery.generator.config.Reading;
import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Problem;
import io.github.ecsdiscovery.generator.diagnostic.SourceLines;
import io.github.ecsdiscovery.generator.rule.Acceptance;
import io.github.ecsdiscovery.generator.rule.Clash;
import io.github.ecsdiscovery.generator.rule.JoinRules;
import io.github.ecsdiscovery.generator.rule.Neighbour;
import io.github.ecsdiscovery.generator.rule.Neighbours;
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
record Surveys(List<Survey> all) {
    Surveys {
        all = List.copyOf(all);
    }

    static Surveys of(List<ConfigFile> files) {
        List<Survey> each = files.stream().map(Survey::of).toList();
        Map<Neighbour.Origin, List<Clash>> clashes = new HashMap<>();
        List<Neighbour> stacks =
                each.stream().flatMap(survey -> survey.stacks().stream()).toList();
        for (Clash clash : JoinRules.check(new Neighbours(stacks))) {
            clashes.computeIfAbsent(clash.where().origin(), absent -> new ArrayList<>())
                    .add(clash);
        }
        Again again = new Again(files);
        return new Surveys(
                each.stream().map(survey -> beside(survey, clashes, again)).toList());
    }

    List<Problem> problems() {
        return all.stream().flatMap(survey -> survey.problems().stream()).toList();
    }

    SourceLines lines() {
        Map<String, SourceLines> lines = new HashMap<>();
        all.forEach(survey -> lines.put(survey.file().name(), survey.lines()));
        return place -> {
            SourceLines own = lines.get(place.source());
            return own == null ? null : own.at(place);
        };
    }

    private static Survey beside(Survey survey, Map<Neighbour.Origin, List<Clash>> clashes, Again again) {
        Survey whole = survey;
        for (Neighbour stack : survey.stacks()) {
            List<Finding> sound = clashes.getOrDefault(stack.origin(), List.of()).stream()
                    .flatMap(clash -> again.sound(clash).stream())
                    .toList();
            List<Finding> told = Acceptance.unaccepted(stack.config(), sound);
            if (!told.isEmpty()) {
                List<Problem> problems = Verdict.placed(again.reading(stack), told);
                whole = whole.with(stack.origin().environment(), problems);
            }
        }
        return whole;
    }

    /** Reads configs a second time where something was found: to keep all that was read would take much room. */
    private static final class Again {
        private final Map<String, ConfigFile> files = new HashMap<>();
        private final Map<Neighbour.Origin, Reading> readings = new HashMap<>();

        Again(List<ConfigFile> files) {
            files.forEach(file -> this.files.put(file.name(), file));
        }

        /** The finding at its place, unless it rests on something that was told already. */
        Optional<Finding> sound(Clash clash) {
            Reading reading = reading(clash.where());
            Finding said = clash.finding();
            boolean broken = reading.restsOnBroken(said)
                    || clash.rests().stream()
                            .anyMatch(rest -> reading(rest.neighbour()).isBroken(rest.path()));
            if (broken) {
                return Optional.empty();
            }
            return Optional.of(reading.isWritten(said.path()) ? said : said.at(clash.unwritten()));
        }

        Reading reading(Neighbour stack) {
            return readings.computeIfAbsent(stack.origin(), this::read);
        }

        private Reading read(Neighbour.Origin origin) {
            ConfigFile file = files.get(origin.file());
            if (file == null) {
                throw new IllegalStateException("no such config: " + origin.file());
            }
            return ConfigReader.read(file.name(), file.bytes(), origin.environment(), List.of());
        }
    }
}

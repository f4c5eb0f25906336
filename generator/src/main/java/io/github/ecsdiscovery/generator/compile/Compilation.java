package io.github.ecsdiscovery.generator.compile;

import io.github.ecsdiscovery.generator.config.ConfigReadResult;
import io.github.ecsdiscovery.generator.config.ConfigReader;
import io.github.ecsdiscovery.generator.config.yaml.SourceText;
import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Problem;
import io.github.ecsdiscovery.generator.diagnostic.Severity;
import io.github.ecsdiscovery.generator.diagnostic.SourceLines;
import io.github.ecsdiscovery.generator.model.Config;
import io.github.ecsdiscovery.generator.render.CompactJson;
import io.github.ecsdiscovery.generator.render.Renderer;
import io.github.ecsdiscovery.generator.rule.RuleContext;
import io.github.ecsdiscovery.generator.rule.catalog.Rules;
import io.github.ecsdiscovery.generator.rule.template.TemplateSize;
import io.github.ecsdiscovery.generator.stack.Stack;
import io.github.ecsdiscovery.generator.stack.StackPlan;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A config on its way to a template, as far as its mistakes let it come.
 *
 * @param isAlone whether the config is compiled as it is written, without {@code --set}
 * @param verdict what was wrong
 * @param template null where something was
 */
public record Compilation(
        boolean isAlone,
        ConfigReadResult reading,
        SourceLines lines,
        CheckResult verdict,
        @Nullable Template template) {
    /**
     * What is compiled.
     *
     * @param environment the environment to merge, or null
     * @param settings the arguments of {@code --set}
     * @param compact whether the template is written as JSON without white space
     * @param limits whether the limits of CloudFormation count
     */
    public record Request(
            ConfigSource file, @Nullable String environment, List<String> settings, boolean compact, boolean limits) {
        public Request {
            settings = List.copyOf(settings);
        }

        /** The config as it is, or with one of its environments. */
        public static Request of(ConfigSource file, @Nullable String environment) {
            return new Request(file, environment, List.of(), false, true);
        }

        private Problem weighed(Problem problem) {
            return !limits && problem.id().isLimit() ? problem.as(Severity.NOTE) : problem;
        }
    }

    /** Reads each template once for all environments, and none where there is nothing to render. */
    private static final class Engine {
        static final Renderer RENDERER = new Renderer();
    }

    /** The text, and what it was made from. */
    public record Template(Config config, Stack stack, String text) {
        /** How long the text is in UTF-8. */
        public int bytes() {
            return text.getBytes(StandardCharsets.UTF_8).length;
        }
    }

    public static Compilation of(Request request) {
        ConfigReadResult reading = ConfigReader.read(
                request.file().name(), request.file().bytes(), request.environment(), request.settings());
        SourceLines lines = lines(request, reading);
        boolean alone = request.settings().isEmpty();
        Config config = reading.config().orElse(null);
        if (config == null) {
            return new Compilation(alone, reading, lines, CheckResult.unread(reading), null);
        }
        Stack stack = StackPlan.of(config);
        List<Finding> findings = new ArrayList<>(reading.findings());
        findings.addAll(Rules.check(new RuleContext(config, stack, reading::isWritten, reading::isWrittenDirectly)));
        CheckResult verdict = CheckResult.of(reading, config, findings).map(request::weighed);
        if (verdict.hasErrors()) {
            return new Compilation(alone, reading, lines, verdict, null);
        }
        Template template = new Template(config, stack, text(request, stack));
        findings.addAll(TemplateSize.check(template.bytes(), request.compact(), config.contextMetadata()));
        verdict = CheckResult.of(reading, config, findings).map(request::weighed);
        return new Compilation(alone, reading, lines, verdict, verdict.hasErrors() ? null : template);
    }

    /** The same, with what else is found in the config, if there is one without errors. */
    public Compilation with(Function<Config, List<Finding>> more) {
        if (template == null) {
            return this;
        }
        List<Problem> all = new ArrayList<>(problems());
        for (Finding finding : more.apply(template.config())) {
            all.add(new Problem(finding.id(), reading.location(finding), finding.message(), finding.hint()));
        }
        CheckResult told = new CheckResult(all, verdict.unused(), verdict.used(), verdict.isWhole());
        return new Compilation(isAlone, reading, lines, told, template);
    }

    /**
     * Returns all problems to report, with a warning for each entry of {@code acceptWarnings} that suppresses nothing.
     *
     * <p>Such a warning is left out if the config has environments, because another environment may need the entry;
     * {@link ConfigChecks} sees all environments.
     */
    public List<Problem> reported() {
        List<Problem> all = new ArrayList<>(problems());
        if (isAlone && reading.environments().isEmpty() && verdict.isWhole()) {
            all.addAll(verdict.unused());
        }
        return all;
    }

    /** The same for whoever makes something else than a template of it: CloudFormation's limits are no matter. */
    public Compilation withoutLimits() {
        return new Compilation(
                isAlone, reading, lines, verdict.filter(problem -> !problem.id().isLimit()), template);
    }

    /** All that was found, but unused entries of {@code acceptWarnings}, sorted by place. */
    List<Problem> problems() {
        return verdict.problems();
    }

    private static String text(Request request, Stack stack) {
        String yaml = Engine.RENDERER.render(stack);
        return request.compact() ? CompactJson.of(yaml) : yaml;
    }

    /** What the user wrote, by place. */
    public static SourceLines lines(Request request, ConfigReadResult reading) {
        List<String> lines = reading.source().map(SourceText::lines).orElse(List.of());
        return place -> {
            List<String> source = place.source().equals(request.file().name()) ? lines : request.settings();
            return place.line() <= source.size() ? source.get(place.line() - 1) : null;
        };
    }
}

package io.github.ecsdiscovery.generator.compile;

import io.github.ecsdiscovery.generator.config.ConfigReadResult;
import io.github.ecsdiscovery.generator.config.ConfigReader;
import io.github.ecsdiscovery.generator.config.yaml.SourceText;
import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.Problem;
import io.github.ecsdiscovery.generator.diagnostic.Severity;
import io.github.ecsdiscovery.generator.diagnostic.SourceLines;
import io.github.ecsdiscovery.generator.model.Config;
import io.github.ecsdiscovery.generator.render.CompactJson;
import io.github.ecsdiscovery.generator.render.Renderer;
import io.github.ecsdiscovery.generator.rule.RuleContext;
import io.github.ecsdiscovery.generator.rule.catalog.Rules;
import io.github.ecsdiscovery.generator.rule.crossstack.StackUnderCheck;
import io.github.ecsdiscovery.generator.rule.template.TemplateSize;
import io.github.ecsdiscovery.generator.stack.Stack;
import io.github.ecsdiscovery.generator.stack.StackPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The result of compiling one config, alone or with one of its environments: its problems and, without errors, its template.
 *
 * @param readResult the config as the reader returned it
 * @param lines the lines of the config and the settings, for printing problems
 * @param result the problems
 * @param template the template, or null if there are errors
 */
public record Compilation(
        Request request,
        ConfigReadResult readResult,
        SourceLines lines,
        CheckResult result,
        @Nullable RenderedTemplate template) {
    /**
     * A config to compile, and how to compile it.
     *
     * @param environment the environment to merge, or null
     * @param settings the arguments of {@code --set}
     * @param compact whether to write the template as JSON without whitespace
     * @param limits whether exceeding a limit of CloudFormation is an error; otherwise it is a note
     */
    public record Request(
            ConfigSource file, @Nullable String environment, List<String> settings, boolean compact, boolean limits) {
        public Request {
            settings = List.copyOf(settings);
        }

        /** Returns a request for the config alone. */
        public static Request of(ConfigSource file) {
            return of(file, null);
        }

        /** Returns a request for one environment of the config, or for the config alone (null). */
        public static Request of(ConfigSource file, @Nullable String environment) {
            return new Request(file, environment, List.of(), false, true);
        }

        /** Returns the same request with the arguments of {@code --set}. */
        public Request withSettings(List<String> added) {
            return new Request(file, environment, added, compact, limits);
        }

        /** Returns the same request for a template in JSON without whitespace. */
        public Request asCompactJson() {
            return new Request(file, environment, settings, true, limits);
        }

        /** Returns the same request with exceeded limits of CloudFormation as notes. */
        public Request ignoringLimits() {
            return new Request(file, environment, settings, compact, false);
        }

        private Problem withLimitSeverity(Problem problem) {
            return !limits && problem.id().isLimit() ? problem.as(Severity.NOTE) : problem;
        }
    }

    private static final Path NAME = Path.of("name");

    /** Creates the renderer on first use, because it parses each FreeMarker template once. */
    private static final class RendererHolder {
        static final Renderer RENDERER = new Renderer();
    }

    /** Compiles a config: reads it, plans the stack, checks the rules and renders the template. */
    public static Compilation of(Request request) {
        ConfigReadResult readResult = ConfigReader.read(
                request.file().name(), request.file().bytes(), request.environment(), request.settings());
        SourceLines lines = lines(request, readResult);
        Config config = readResult.config().orElse(null);
        if (config == null) {
            return new Compilation(request, readResult, lines, CheckResult.unreadable(readResult), null);
        }
        Stack stack = StackPlan.of(config);
        List<Finding> findings = new ArrayList<>(readResult.findings());
        findings.addAll(
                Rules.check(new RuleContext(config, stack, readResult::isWritten, readResult::isWrittenDirectly)));
        CheckResult result = CheckResult.of(readResult, config, findings).map(request::withLimitSeverity);
        if (result.hasErrors()) {
            return new Compilation(request, readResult, lines, result, null);
        }
        String stackName = StackPlan.stackName(config, request.environment());
        RenderedTemplate template = new RenderedTemplate(stackName, config, stack, text(request, stack));
        findings.addAll(TemplateSize.check(template.bytes(), request.compact(), config.contextMetadata()));
        result = CheckResult.of(readResult, config, findings).map(request::withLimitSeverity);
        return new Compilation(request, readResult, lines, result, result.hasErrors() ? null : template);
    }

    /** Returns the same compilation with the findings of one more check, if there is a template. */
    public Compilation with(Function<Config, List<Finding>> check) {
        if (template == null) {
            return this;
        }
        List<Problem> all = new ArrayList<>(problems());
        for (Finding finding : check.apply(template.config())) {
            all.add(new Problem(finding.id(), readResult.location(finding), finding.message(), finding.hint()));
        }
        CheckResult extended = new CheckResult(all, result.unused(), result.used(), result.isComplete());
        return new Compilation(request, readResult, lines, extended, template);
    }

    /**
     * Returns all problems to report, with a warning for each entry of {@code acceptWarnings} that suppresses nothing.
     *
     * <p>Such a warning is left out if the config has environments, because another environment may need the entry;
     * {@link ConfigChecks} sees all environments.
     */
    public List<Problem> reported() {
        List<Problem> all = new ArrayList<>(problems());
        boolean hasSettings = !request.settings().isEmpty();
        if (!hasSettings && readResult.environments().isEmpty() && result.isComplete()) {
            all.addAll(result.unused());
        }
        return all;
    }

    /** Returns the same compilation without problems about limits, for results other than the template. */
    public Compilation withoutLimits() {
        return new Compilation(
                request,
                readResult,
                lines,
                result.filter(problem -> !problem.id().isLimit()),
                template);
    }

    /** Returns all problems except unused entries of {@code acceptWarnings}, sorted by location. */
    List<Problem> problems() {
        return result.problems();
    }

    /** Returns the stack's name and config for checks across stacks, or nothing if either could not be read. */
    Optional<StackUnderCheck> stackUnderCheck() {
        StackUnderCheck.Origin origin =
                new StackUnderCheck.Origin(request.file().name(), request.environment());
        return readResult
                .config()
                .filter(config -> !readResult.isInvalid(NAME))
                .map(config -> new StackUnderCheck(origin, StackPlan.stackName(config, request.environment()), config));
    }

    private static String text(Request request, Stack stack) {
        String yaml = RendererHolder.RENDERER.render(stack);
        return request.compact() ? CompactJson.of(yaml) : yaml;
    }

    /** Returns the lines of the config and the settings, for printing problems. */
    public static SourceLines lines(Request request, ConfigReadResult readResult) {
        List<String> lines = readResult.source().map(SourceText::lines).orElse(List.of());
        return location -> {
            List<String> source = location.source().equals(request.file().name()) ? lines : request.settings();
            return location.line() <= source.size() ? source.get(location.line() - 1) : null;
        };
    }
}

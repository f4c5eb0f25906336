package io.github.ecsdiscovery.generator.cli;

import io.github.ecsdiscovery.generator.cli.environment.CommandEnvironment;
import io.github.ecsdiscovery.generator.cli.environment.ExitCode;
import io.github.ecsdiscovery.generator.cli.option.ConfigOptions;
import io.github.ecsdiscovery.generator.cli.option.DiagnosticOptions;
import io.github.ecsdiscovery.generator.cli.report.FixSuggestions;
import io.github.ecsdiscovery.generator.cli.report.Report;
import io.github.ecsdiscovery.generator.compile.Compilation;
import io.github.ecsdiscovery.generator.compile.RenderedTemplate;
import io.github.ecsdiscovery.generator.diagnostic.Suggestion;
import io.github.ecsdiscovery.generator.explain.Overview;
import io.github.ecsdiscovery.generator.explain.PathReport;
import io.github.ecsdiscovery.generator.model.Config;
import io.github.ecsdiscovery.generator.model.Peer;
import io.github.ecsdiscovery.generator.proof.Proof;
import io.github.ecsdiscovery.generator.proof.ServiceProof;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** {@code explain CONFIG [FROM TO]}: reports which services reach each other, according to the rendered template. */
@Command(
        name = "explain",
        description = {
            "Reports which connections the rendered template allows, and why.",
            "Without FROM and TO, reports for each service where its image comes from, what can connect to it and what"
                    + " it can connect to, with line numbers of the template.",
            "With FROM and TO, reports hop by hop how one service reaches the other, or which hop blocks it and how to"
                    + " fix that. The exit code is 0 in both cases."
        },
        customSynopsis = "ecs-discovery explain [OPTIONS] CONFIG [FROM TO]",
        footer = {
            "",
            "Example:",
            "  ecs-discovery explain config.yaml",
            "  ecs-discovery explain config.yaml orders payments"
        })
final class ExplainCommand implements Callable<Integer> {
    private final DiagnosticOptions diagnostics;
    private final CommandEnvironment environment;

    @Mixin
    private final ConfigOptions config = new ConfigOptions();

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "FROM",
            hideParamSyntax = true,
            description = "The calling service.")
    private @Nullable String from;

    @Parameters(
            index = "2",
            arity = "0..1",
            paramLabel = "TO",
            hideParamSyntax = true,
            description = "The called service; can be the same as FROM.")
    private @Nullable String to;

    ExplainCommand(DiagnosticOptions diagnostics, CommandEnvironment environment) {
        this.diagnostics = diagnostics;
        this.environment = environment;
    }

    @Override
    public Integer call() {
        config.check();
        if (from != null && to == null) {
            throw config.usageError("FROM is `" + from + "`, but TO is missing");
        }
        Compilation compilation = Compilation.of(config.request(environment));
        RenderedTemplate template =
                new Report(diagnostics, environment).template(compilation, "There is no template to explain.");
        if (template == null) {
            return ExitCode.CONFIG_HAS_ERRORS.code();
        }
        environment.print(explanation(template.config(), Proof.of(template.text())));
        return ExitCode.DONE.code();
    }

    private String explanation(Config read, Proof proof) {
        if (from == null || to == null) {
            return Overview.of(proof);
        }
        List<String> names = proof.services().stream().map(ServiceProof::name).toList();
        requireService(from, names, read);
        requireService(to, names, read);
        PathReport report = PathReport.of(proof, from, to);
        return report.text() + new FixSuggestions(read, from, to).text(report);
    }

    private void requireService(String name, List<String> names, Config read) throws ParameterException {
        Peer peer = read.peers().get(name);
        if (peer != null) {
            throw config.usageError(
                    "`" + name + "` is a peer in the stack `" + peer.stack() + "`; its rules are not in this template");
        }
        if (!names.contains(name)) {
            throw config.usageError("the config has no service `" + name + "`; "
                    + Suggestion.hint(name, names).orElseGet(() -> listed(names)));
        }
    }

    private static String listed(List<String> names) {
        return names.isEmpty()
                ? "it has no services"
                : names.stream()
                        .map(service -> "`" + service + "`")
                        .collect(Collectors.joining(", ", "its services are ", ""));
    }
}

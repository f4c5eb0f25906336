package io.github.ecsdiscovery.generator.cli;

import io.github.ecsdiscovery.generator.cli.environment.CommandEnvironment;
import io.github.ecsdiscovery.generator.cli.environment.ExitCode;
import io.github.ecsdiscovery.generator.cli.option.ConfigOptions;
import io.github.ecsdiscovery.generator.cli.option.DiagnosticOptions;
import io.github.ecsdiscovery.generator.cli.report.FixSuggestions;
import io.github.ecsdiscovery.generator.cli.report.Report;
import io.github.ecsdiscovery.generator.compile.Compilation;
import io.github.ecsdiscovery.generator.diagnostic.Suggestion;
import io.github.ecsdiscovery.generator.explain.Overview;
import io.github.ecsdiscovery.generator.explain.PathReport;
import io.github.ecsdiscovery.generator.model.Config;
import io.github.ecsdiscovery.generator.model.Peer;
import io.github.ecsdiscovery.generator.proof.Proof;
import io.github.ecsdiscovery.generator.proof.ServiceProof;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** {@code explain CONFIG [FROM TO]}: who reaches whom, read from the rendered template. */
@Command(
        name = "explain",
        description = {
            "Renders a config and reads from the template alone what it lets through: for each service where its image"
                    + " comes from, who may come in and where it may go, with the template's lines.",
            "With FROM and TO it says how one service reaches the other, hop by hop, or which hop is missing and what"
                    + " opens it. A way that is shut is an answer too, and ends with 0."
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
    private final CommandEnvironment surroundings;

    @Mixin
    private final ConfigOptions config = new ConfigOptions();

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "FROM",
            hideParamSyntax = true,
            description = "The service that calls.")
    private @Nullable String from;

    @Parameters(
            index = "2",
            arity = "0..1",
            paramLabel = "TO",
            hideParamSyntax = true,
            description = "The service that is called; it may be the same.")
    private @Nullable String to;

    ExplainCommand(DiagnosticOptions diagnostics, CommandEnvironment surroundings) {
        this.diagnostics = diagnostics;
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        config.check();
        if (from != null && to == null) {
            throw config.usage("`" + from + "` is FROM, and there is no TO");
        }
        Compilation compilation = Compilation.of(config.request(surroundings, false, true));
        Compilation.Template template =
                new Report(diagnostics, surroundings).tell(compilation, "Nothing was explained.");
        if (template == null) {
            return ExitCode.CONFIG_HAS_ERRORS.code();
        }
        surroundings.print(explained(template.config(), Proof.of(template.text())));
        return ExitCode.DONE.code();
    }

    private String explained(Config read, Proof proof) {
        if (from == null || to == null) {
            return Overview.of(proof);
        }
        List<String> names = proof.services().stream().map(ServiceProof::name).toList();
        refuseUnknown(from, names, read);
        refuseUnknown(to, names, read);
        PathReport walk = PathReport.of(proof, from, to);
        return walk.text() + new FixSuggestions(read, from, to).text(walk);
    }

    private void refuseUnknown(String name, List<String> names, Config read) throws ParameterException {
        Peer peer = read.peers().get(name);
        if (peer != null) {
            throw config.usage("`" + name + "` is a peer, which the stack `" + peer.stack()
                    + "` deploys: its rules are not in this template");
        }
        if (!names.contains(name)) {
            String hint = Suggestion.hint(name, names)
                    .orElseGet(() -> names.isEmpty()
                            ? "it has none"
                            : "it has "
                                    + String.join(
                                            ", ",
                                            names.stream()
                                                    .map(one -> "`" + one + "`")
                                                    .toList()));
            throw config.usage("the config has no service `" + name + "`; " + hint);
        }
    }
}

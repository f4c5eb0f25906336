package io.github.ecsdiscovery.generator.cli.option;

import io.github.ecsdiscovery.generator.compile.Compilation;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options that control how and where a template is written. */
public final class RenderOptions {
    @Mixin
    public final OutputOptions output = new OutputOptions();

    @Option(names = "--compact", description = "Write the template as JSON without whitespace.")
    public boolean compact;

    @Option(
            names = "--no-limits",
            description = "Report exceeded CloudFormation limits as notes instead of errors, for measurements.")
    public boolean noLimits;

    /** Returns the request with these options. */
    public Compilation.Request request(Compilation.Request request) {
        Compilation.Request formatted = compact ? request.asCompactJson() : request;
        return noLimits ? formatted.ignoringLimits() : formatted;
    }
}

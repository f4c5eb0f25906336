package io.github.ecsdiscovery.generator.cli.option;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How a template is written, and where to. */
public final class RenderOptions {
    @Mixin
    public final OutputOptions output = new OutputOptions();

    @Option(names = "--compact", description = "Write the same template as JSON without white space.")
    public boolean compact;

    @Option(
            names = "--no-limits",
            description = "Only note that the template is beyond a limit of CloudFormation, for measuring.")
    public boolean noLimits;
}

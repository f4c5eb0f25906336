package io.github.ecsdiscovery.generator.cli;

import io.github.ecsdiscovery.generator.cli.environment.ExitCode;
import io.github.ecsdiscovery.generator.cli.environment.Version;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ScopeType;

/** Lays out the help of every command: its own options, the options of every command, then the exit codes. */
final class HelpLayout {
    private static final int WIDTH = 100;

    private HelpLayout() {}

    static void apply(CommandLine line) {
        Map<String, String> codes = new LinkedHashMap<>();
        for (ExitCode code : ExitCode.values()) {
            codes.put(" " + code.code(), code.meaning());
        }
        apply(line, codes);
        line.getSubcommands().values().forEach(command -> apply(command, codes));
    }

    private static void apply(CommandLine line, Map<String, String> codes) {
        CommandSpec spec = line.getCommandSpec();
        spec.mixinStandardHelpOptions(true).versionProvider(new Version());
        UsageMessageSpec usage = spec.usageMessage();
        usage.width(WIDTH)
                .synopsisHeading("Usage: ")
                .abbreviateSynopsis(true)
                .descriptionHeading("%n")
                .parameterListHeading("%n")
                .commandListHeading("%nCommands:%n")
                .exitCodeListHeading("%nExit codes:%n")
                .exitCodeList(codes);
        line.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, HelpLayout::options);
        line.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_OPTION_LIST_HEADING, help -> "");
    }

    private static String options(Help usage) {
        List<OptionSpec> own = new ArrayList<>();
        List<OptionSpec> common = new ArrayList<>();
        List<OptionSpec> help = new ArrayList<>();
        for (OptionSpec option : usage.commandSpec().options()) {
            boolean everywhere = option.inherited() || option.scopeType() == ScopeType.INHERIT;
            boolean isHelp = option.usageHelp() || option.versionHelp();
            (isHelp ? help : everywhere ? common : own).add(option);
        }
        common.addAll(help);
        return section(usage, "Options:", own) + section(usage, "Options of every command:", common);
    }

    private static String section(Help usage, String heading, List<OptionSpec> options) {
        if (options.isEmpty()) {
            return "";
        }
        Help.Layout layout = usage.createDefaultLayout(options, List.of(), usage.colorScheme());
        layout.addAllOptions(options, usage.parameterLabelRenderer());
        return usage.createHeading("%n" + heading + "%n") + layout;
    }
}

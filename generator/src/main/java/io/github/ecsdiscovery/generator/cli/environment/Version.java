package io.github.ecsdiscovery.generator.cli.environment;

import picocli.CommandLine.IVersionProvider;

/** Reads the version of this program from the manifest of its jar. */
public final class Version implements IVersionProvider {
    public static String text() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "(not run from its jar)" : version;
    }

    @Override
    public String[] getVersion() {
        return new String[] {"ecs-discovery " + text()};
    }
}

package io.github.ecsdiscovery.generator.cli.report;

import io.github.ecsdiscovery.generator.cli.environment.Shell;
import io.github.ecsdiscovery.generator.compile.RenderedTemplate;
import io.github.ecsdiscovery.generator.compose.ComposeFile;
import io.github.ecsdiscovery.generator.compose.ComposePlan;
import io.github.ecsdiscovery.generator.render.Renderer;
import java.util.List;
import java.util.stream.Collectors;

/** A rendered Compose file, and the commands that start, reach and stop its services. */
public final class ComposeResult {
    private final ComposeFile compose;

    public ComposeResult(RenderedTemplate template) {
        this.compose = ComposePlan.of(template.config(), template.stack(), template.stackName());
    }

    public String text() {
        return new Renderer().compose(compose);
    }

    /** Returns the summary of a written file, as complete lines. */
    public String summary(String file, boolean changed) {
        String command = "  docker compose -f " + Shell.quoted(file);
        int services = compose.services().size();
        return (changed ? "Wrote `" + file + "`" : "`" + file + "` is unchanged") + ": " + services
                + (services == 1 ? " service" : " services") + ".\n"
                + builds()
                + secrets()
                + "\nStart the services:\n"
                + command + " up --wait" + renewVolumes() + "\n"
                + addresses()
                + "\nStop the services (with `-t 0`, without a graceful shutdown):\n"
                + command + " down --volumes\n";
    }

    /** Makes volumes start empty, as those of a task do. By default, Compose reuses the volumes of replaced containers. */
    private String renewVolumes() {
        boolean hasVolumes = compose.services().stream()
                .anyMatch(service -> !service.process().volumes().isEmpty());
        return hasVolumes ? " --renew-anon-volumes" : "";
    }

    /** Returns the commands that build the images which Compose does not pull, each once. */
    private String builds() {
        List<String> builds = compose.services().stream()
                .filter(service -> service.image().isLocal())
                .map(service -> "  docker build --platform " + service.image().platform() + " --tag "
                        + service.image().name() + " FOLDER\n")
                .distinct()
                .toList();
        return builds.isEmpty() ? "" : "\nBuild the images that Compose does not pull:\n" + String.join("", builds);
    }

    /** Returns the variables that the user has to set for each service. */
    private String secrets() {
        String secrets = compose.services().stream()
                .filter(service -> !service.variables().secrets().isEmpty())
                .map(service -> "  " + service.name() + ": "
                        + String.join(", ", service.variables().secrets()) + "\n")
                .collect(Collectors.joining());
        return secrets.isEmpty()
                ? ""
                : "\nSet the secrets as variables in your shell or in a `.env` file next to the Compose file:\n"
                        + secrets;
    }

    private String addresses() {
        String addresses = compose.services().stream()
                .flatMap(service -> service.networking().publishedPorts().stream()
                        .map(port -> "  " + service.name() + " " + port.port().number() + ": " + port.address() + "\n"))
                .collect(Collectors.joining());
        return addresses.isEmpty() ? "" : "\nPublished addresses:\n" + addresses;
    }
}

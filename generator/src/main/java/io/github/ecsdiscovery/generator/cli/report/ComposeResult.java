package io.github.ecsdiscovery.generator.cli.report;

import io.github.ecsdiscovery.generator.cli.environment.Shell;
import io.github.ecsdiscovery.generator.compile.Compilation;
import io.github.ecsdiscovery.generator.compose.ComposeFile;
import io.github.ecsdiscovery.generator.compose.ComposePlan;
import io.github.ecsdiscovery.generator.compose.ComposeService;
import io.github.ecsdiscovery.generator.render.Renderer;
import java.util.List;
import java.util.stream.Collectors;

/** A Compose file that was made, and the commands that start, reach and stop it. */
public final class ComposeResult {
    private final ComposeFile compose;

    public ComposeResult(Compilation.Template template, String stackName) {
        this.compose = ComposePlan.of(template.config(), template.stack(), stackName);
    }

    public String text() {
        return new Renderer().compose(compose);
    }

    /** Whole lines about the file of this name. */
    public String told(String file, boolean changed) {
        String command = "  docker compose -f " + Shell.quoted(file);
        int services = compose.services().size();
        return "`" + file + "` " + (changed ? "was written" : "has not changed") + ": " + services
                + (services == 1 ? " service" : " services") + ".\n"
                + builds()
                + secrets()
                + "\nRun it:\n"
                + command + " up --wait" + renewed() + "\n"
                + addresses()
                + "\nStop it; `-t 0` does not wait for the services to end by themselves:\n"
                + command + " down --volumes\n";
    }

    /** A task begins with empty volumes; Compose would hand on those of the container that it replaces. */
    private String renewed() {
        boolean writable = compose.services().stream()
                .anyMatch(service -> !service.volumes().isEmpty());
        return writable ? " --renew-anon-volumes" : "";
    }

    /** The images that no registry is asked for, each once. */
    private String builds() {
        List<String> builds = compose.services().stream()
                .filter(ComposeService::built)
                .map(service ->
                        "  docker build --platform " + service.platform() + " --tag " + service.image() + " FOLDER\n")
                .distinct()
                .toList();
        return builds.isEmpty() ? "" : "\nBuild the images that it does not pull:\n" + String.join("", builds);
    }

    /** What each service is given by whoever starts it. */
    private String secrets() {
        String secrets = compose.services().stream()
                .filter(service -> !service.secrets().isEmpty())
                .map(service -> "  " + service.name() + ": " + String.join(", ", service.secrets()) + "\n")
                .collect(Collectors.joining());
        return secrets.isEmpty()
                ? ""
                : "\nGive it its secrets, in your shell or in a file `.env` beside it:\n" + secrets;
    }

    private String addresses() {
        String addresses = compose.services().stream()
                .flatMap(service -> service.publications().stream()
                        .map(port -> "  " + service.name() + " " + port.port().number() + ": " + port.address() + "\n"))
                .collect(Collectors.joining());
        return addresses.isEmpty() ? "" : "\nReach it:\n" + addresses;
    }
}

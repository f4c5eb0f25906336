package io.github.ecsdiscovery.containers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A generated project that runs with its own Compose file. */
final class ComposeProject implements AutoCloseable {

    private final Path folder;

    private ComposeProject(Path folder) {
        this.folder = folder;
    }

    static ComposeProject up(Path folder) {
        ComposeProject project = new ComposeProject(folder);
        project.compose("config", "--images").lines().distinct().forEach(image -> Docker.build(image, folder));
        try {
            project.compose("up", "--detach", "--wait");
        } catch (AssertionError e) {
            project.close();
            throw e;
        }
        return project;
    }

    List<String> services() {
        return compose("config", "--services").lines().sorted().toList();
    }

    /** Requests a path of a service from this machine, and returns the body. */
    String curl(String service, String path) {
        String address = compose("port", service, "8080");
        assertThat(address).startsWith("127.0.0.1:");
        return Command.run("curl", "--silent", "--fail", "--max-time", "5", address + path);
    }

    /** Requests a path of a host from a service's container, and returns the headers and the body. */
    String curlFrom(String service, String host, String path) {
        String get =
                "exec 3<>\"/dev/tcp/$0/8080\" && printf 'GET %s HTTP/1.0\\r\\n\\r\\n' \"$1\" >&3 && timeout 5 cat <&3";
        return compose("exec", "--no-TTY", service, "bash", "-c", get, host, path);
    }

    @Override
    public void close() {
        // Stopping would wait for the lame duck.
        compose("kill");
        compose("down");
    }

    private String compose(String... arguments) {
        List<String> command = new ArrayList<>(List.of("compose", "--project-directory", folder.toString()));
        command.addAll(List.of(arguments));
        return Docker.docker(command);
    }
}

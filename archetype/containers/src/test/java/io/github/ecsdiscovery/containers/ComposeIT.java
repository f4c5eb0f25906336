package io.github.ecsdiscovery.containers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a user of a new project does on a laptop: an image, `docker compose up` in its folder, and curl. */
@Tag("load")
class ComposeIT {

    @Test
    void composeAloneRunsTheServicesAndTheyFindEachOther() {
        Docker.need();
        compose("config", "--images").lines().distinct().forEach(Project::buildImage);
        List<String> services = compose("config", "--services").lines().sorted().toList();
        assertThat(services).containsExactly("myservice-a", "myservice-b");
        try {
            compose("up", "--detach", "--wait");
            for (String service : services) {
                assertThat(curl(published(service) + "/request")).isEqualTo(ServiceIT.ANSWER);
                assertThat(curl(published(service) + "/")).isEqualTo("HELLO WORLD!!");
                assertThat(curl(published(service) + "/message"))
                        .isEqualTo("{\"message\":\"THIS IS %s!!\"}".formatted(service));
            }
        } finally {
            // a stop would wait for the lame duck
            compose("kill");
            compose("down");
        }
    }

    private static String published(String service) {
        String address = compose("port", service, "8080");
        assertThat(address).startsWith("127.0.0.1:");
        return address;
    }

    private static String curl(String url) {
        return Command.run("curl", "--silent", "--fail", "--max-time", "5", url);
    }

    /** Under a name of its own, apart from the same project when somebody runs it. */
    private static String compose(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                "compose",
                "--project-name",
                "end-to-end-compose",
                "--project-directory",
                Project.folder().toString()));
        command.addAll(List.of(arguments));
        return Docker.docker(command);
    }
}

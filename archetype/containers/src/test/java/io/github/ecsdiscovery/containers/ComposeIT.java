package io.github.ecsdiscovery.containers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user does on a laptop: an image, the Compose file of the same config, `docker compose up`, and curl. */
@Tag("load")
class ComposeIT {

    @TempDir
    private Path folder;

    @Test
    void composeAloneRunsTheServicesAndTheyFindEachOther() throws IOException {
        Docker.need();
        Template template = Project.template();
        Project.buildImage(template);
        Files.writeString(folder.resolve("compose.yaml"), Project.composeFile());
        try {
            compose("up", "--detach", "--wait");
            for (Template.Service service : template.services()) {
                for (int replica = 1; replica <= service.replicas(); replica++) {
                    assertThat(curl(published(service, replica) + "/request")).isEqualTo(ServiceIT.ANSWER);
                    assertThat(curl(published(service, replica) + "/")).isEqualTo("HELLO WORLD!!");
                    assertThat(curl(published(service, replica) + "/message"))
                            .isEqualTo("{\"message\":\"THIS IS %s!!\"}".formatted(service.name()));
                }
            }
        } finally {
            // a stop would wait for the lame duck
            compose("kill");
            compose("down");
        }
    }

    private String published(Template.Service service, int replica) {
        String address =
                compose("port", "--index", Integer.toString(replica), service.name(), Integer.toString(service.port()));
        assertThat(address).startsWith("127.0.0.1:");
        return address;
    }

    private static String curl(String url) {
        return Command.run("curl", "--silent", "--fail", "--max-time", "5", url);
    }

    private String compose(String... arguments) {
        List<String> command = new ArrayList<>(
                List.of("compose", "--file", folder.resolve("compose.yaml").toString()));
        command.addAll(List.of(arguments));
        return Docker.docker(command);
    }
}

package io.github.ecsdiscovery.containers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Runs a generated project with `docker compose up`, as a user does, and sends requests with curl. */
@Tag("load")
class ComposeIT {

    private static ComposeProject project;

    @BeforeAll
    static void start() {
        Docker.require();
        project = ComposeProject.up(GeneratedProject.folder());
    }

    @AfterAll
    static void stop() {
        if (project != null) {
            project.close();
        }
    }

    @Test
    void servicesOfAProjectFindEachOther() {
        assertThat(project.services()).containsExactly("myservice-a", "myservice-b");
        for (String service : project.services()) {
            assertThat(project.curl(service, "/request")).isEqualTo(ServiceIT.ANSWER);
            assertThat(project.curl(service, "/")).isEqualTo("HELLO WORLD!!");
            assertThat(project.curl(service, "/message"))
                    .isEqualTo("{\"message\":\"THIS IS %s!!\"}".formatted(service));
        }
    }

    /** The second project's stack joins the network and the namespace of the first one, and so do its containers. */
    @Test
    void servicesOfAPlatformFindEachOtherAcrossProjects() {
        try (ComposeProject joining = ComposeProject.up(GeneratedProject.joiningFolder())) {
            assertThat(joining.services()).containsExactly("myservice-c");
            assertThat(joining.curl("myservice-c", "/request"))
                    .isEqualTo("{\"myservice-a\":\"THIS IS myservice-a!!\",\"myservice-b\":\"THIS IS myservice-b!!\"}");
            assertThat(project.curlFrom("myservice-a", "myservice-c.seed.internal", "/message"))
                    .startsWith("HTTP/1.0 200 OK")
                    .endsWith("{\"message\":\"THIS IS myservice-c!!\"}");
        }
    }
}

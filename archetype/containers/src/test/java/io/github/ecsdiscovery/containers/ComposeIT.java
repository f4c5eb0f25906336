package io.github.ecsdiscovery.containers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a user of a new project does on a laptop: an image, `docker compose up` in its folder, and curl. */
@Tag("load")
class ComposeIT {

    private static Composed project;

    @BeforeAll
    static void start() {
        Docker.need();
        project = Composed.up(Project.folder());
    }

    @AfterAll
    static void stop() {
        if (project != null) {
            project.close();
        }
    }

    @Test
    void theServicesOfAProjectFindEachOther() {
        assertThat(project.services()).containsExactly("myservice-a", "myservice-b");
        for (String service : project.services()) {
            assertThat(project.curl(service, "/request")).isEqualTo(ServiceIT.ANSWER);
            assertThat(project.curl(service, "/")).isEqualTo("HELLO WORLD!!");
            assertThat(project.curl(service, "/message"))
                    .isEqualTo("{\"message\":\"THIS IS %s!!\"}".formatted(service));
        }
    }

    /** Its stack joins the other one's network and namespace, and so do its containers. */
    @Test
    void aProjectWithAPlatformFindsTheServicesThereAndIsFoundByThem() {
        try (Composed joining = Composed.up(Project.joining())) {
            assertThat(joining.services()).containsExactly("myservice-c");
            assertThat(joining.curl("myservice-c", "/request"))
                    .isEqualTo("{\"myservice-a\":\"THIS IS myservice-a!!\",\"myservice-b\":\"THIS IS myservice-b!!\"}");
            assertThat(project.curlFrom("myservice-a", "myservice-c.seed.internal", "/message"))
                    .startsWith("HTTP/1.0 200 OK")
                    .endsWith("{\"message\":\"THIS IS myservice-c!!\"}");
        }
    }
}

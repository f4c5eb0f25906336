package io.github.ecsdiscovery.service.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsdiscovery.service.fixture.Connection;
import io.github.ecsdiscovery.service.fixture.Ports;
import io.github.ecsdiscovery.service.fixture.Program;
import io.github.ecsdiscovery.service.fixture.Waiting;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartIT {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String ADDRESS = "127.0.0.1";

    private static final String ASKED =
            "http_server_requests_total{method=\"GET\",route=\"/health/live\",status=\"200\"} ";

    @TempDir
    private Path folder;

    private Path log() {
        return folder.resolve("log");
    }

    @Test
    void endsWithOneLineWhereAVariableIsWrong() throws Exception {
        try (Program program = new Program(log(), Map.of("PORT", "eighty"))) {
            assertThat(program.awaitExit(LIMIT)).isEqualTo(2);
            assertThat(program.log().lines())
                    .singleElement()
                    .asString()
                    .contains("\"level\":\"error\"", "PORT is `eighty`, expected a number from 1 to 65535")
                    .doesNotContain("trace");
        }
    }

    @Test
    void endsWithOneLineWhereItsPortIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName(ADDRESS));
                Program program = new Program(
                        log(), Map.of("PORT", Integer.toString(taken.getLocalPort()), "BIND_ADDRESS", ADDRESS))) {
            assertThat(program.awaitExit(LIMIT)).isEqualTo(1);
            assertThat(program.log().lines())
                    .singleElement()
                    .asString()
                    .contains("could not start", "port " + taken.getLocalPort(), "Address already in use")
                    .doesNotContain("trace");
        }
    }

    @Test
    void needsNoFolderThatItMayWriteTo() throws Exception {
        int port = Ports.free();
        Map<String, String> environment = Map.of("PORT", Integer.toString(port), "BIND_ADDRESS", ADDRESS);
        try (Program program = new Program(log(), environment, "-Djava.io.tmpdir=/proc").awaitStart();
                Connection connection = new Connection(ADDRESS, port)) {
            assertThat(connection.get("/").body()).isEqualTo("HELLO WORLD!!");
            assertThat(program.isAlive()).isTrue();
        }
    }

    @Test
    void hasAskedItselfWhenItHasStartedAndOftenBeforeOthersDo() throws Exception {
        int port = Ports.free();
        Map<String, String> environment = Map.of("PORT", Integer.toString(port), "BIND_ADDRESS", ADDRESS);
        try (Program program = new Program(log(), environment).awaitStart();
                Connection connection = new Connection(ADDRESS, port)) {
            assertThat(connection.get("/metrics").body()).as(program.log()).contains(ASKED);
            // how often depends on the processor, as it ends with the time too
            Pattern often = Pattern.compile(Pattern.quote(ASKED) + "[0-9]{3,}[.]0");
            Waiting.until(
                    Duration.ofSeconds(15),
                    () -> often.matcher(connection.get("/metrics").body()).find());
        }
    }
}

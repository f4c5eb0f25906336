package io.github.ecsdiscovery.service.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsdiscovery.service.fixture.Connection;
import io.github.ecsdiscovery.service.fixture.Ports;
import io.github.ecsdiscovery.service.fixture.Program;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartIT {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String ADDRESS = "127.0.0.1";

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
    void endsWhereItsPortIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName(ADDRESS));
                Program program = new Program(
                        log(), Map.of("PORT", Integer.toString(taken.getLocalPort()), "BIND_ADDRESS", ADDRESS))) {
            assertThat(program.awaitExit(LIMIT)).isEqualTo(1);
            assertThat(program.log()).contains("could not start", "Address already in use");
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
    void hasAskedItselfOnceWhenItHasStarted() throws Exception {
        int port = Ports.free();
        Map<String, String> environment = Map.of("PORT", Integer.toString(port), "BIND_ADDRESS", ADDRESS);
        try (Program program = new Program(log(), environment).awaitStart();
                Connection connection = new Connection(ADDRESS, port)) {
            assertThat(connection.get("/metrics").body())
                    .as(program.log())
                    .contains("http_server_requests_total{method=\"GET\",route=\"/health/live\",status=\"200\"} 1.0");
        }
    }
}

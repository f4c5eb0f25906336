package io.github.ecsdiscovery.service.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsdiscovery.service.fixture.Ports;
import io.github.ecsdiscovery.service.fixture.RawConnection;
import io.github.ecsdiscovery.service.fixture.ServiceProcess;
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

    private static final String HEALTH_REQUESTS =
            "http_server_requests_total{method=\"GET\",route=\"/health/live\",status=\"200\"} ";

    @TempDir
    private Path folder;

    private Path log() {
        return folder.resolve("log");
    }

    @Test
    void exitsWithOneLogLineForAnInvalidVariable() throws Exception {
        try (ServiceProcess program = new ServiceProcess(log(), Map.of("PORT", "eighty"))) {
            assertThat(program.awaitExit(LIMIT)).isEqualTo(2);
            assertThat(program.log().lines())
                    .singleElement()
                    .asString()
                    .contains("\"level\":\"error\"", "PORT is `eighty`; expected a number from 1 to 65535")
                    .doesNotContain("trace");
        }
    }

    @Test
    void exitsWithOneLogLineWhenThePortIsInUse() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName(ADDRESS));
                ServiceProcess program = new ServiceProcess(
                        log(), Map.of("PORT", Integer.toString(taken.getLocalPort()), "BIND_ADDRESS", ADDRESS))) {
            assertThat(program.awaitExit(LIMIT)).isEqualTo(1);
            assertThat(program.log().lines())
                    .singleElement()
                    .asString()
                    .contains("cannot start", "port " + taken.getLocalPort(), "Address already in use")
                    .doesNotContain("trace");
        }
    }

    @Test
    void startsWithoutAWritableFolder() throws Exception {
        int port = Ports.free();
        Map<String, String> environment = Map.of("PORT", Integer.toString(port), "BIND_ADDRESS", ADDRESS);
        try (ServiceProcess program = new ServiceProcess(log(), environment, "-Djava.io.tmpdir=/proc").awaitStart();
                RawConnection connection = new RawConnection(ADDRESS, port)) {
            assertThat(connection.get("/").body()).isEqualTo("HELLO WORLD!!");
            assertThat(program.isAlive()).isTrue();
        }
    }

    @Test
    void warmsUpWithRequestsToItself() throws Exception {
        int port = Ports.free();
        Map<String, String> environment = Map.of("PORT", Integer.toString(port), "BIND_ADDRESS", ADDRESS);
        try (ServiceProcess program = new ServiceProcess(log(), environment).awaitStart();
                RawConnection connection = new RawConnection(ADDRESS, port)) {
            assertThat(connection.get("/metrics").body()).as(program.log()).contains(HEALTH_REQUESTS);
            // The number depends on the processor, because the warm-up also has a time limit.
            Pattern often = Pattern.compile(Pattern.quote(HEALTH_REQUESTS) + "[0-9]{3,}[.]0");
            Waiting.until(
                    Duration.ofSeconds(15),
                    () -> often.matcher(connection.get("/metrics").body()).find());
        }
    }
}

package io.github.ecsdiscovery.service.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NameServersTest {

    @Test
    void readsResolvConf() {
        assertThat(NameServers.parse(List.of(
                        "# written by hand",
                        "search shop.internal",
                        "nameserver 10.0.0.2",
                        "\tnameserver  fe80::1%eth0",
                        "nameserver")))
                .containsExactly("10.0.0.2:53", "fe80::1:53");
    }

    @Test
    void usesTheConfiguredServer() {
        assertThat(NameServers.find(Optional.of("127.0.0.1:5353")).getServers()).containsExactly("127.0.0.1:5353");
        assertThat(NameServers.find(Optional.of("10.0.0.2")).getServers()).containsExactly("10.0.0.2:53");
    }
}

package io.github.ecsdiscovery.service.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import org.junit.jupiter.api.Test;

class HostsFileTest {

    @Test
    void readsAddressesFromTheFile() throws IOException {
        HostsFile hosts = HostsFile.of(new StringReader("""
                127.0.0.1 localhost
                # Service Connect
                127.255.0.1 payments.shop.internal
                2600:f0f0::1 payments.shop.internal
                127.255.0.2\tstock.shop.internal stock
                """));

        assertThat(hosts.addressesOf("payments.shop.internal")).containsExactly("127.255.0.1");
        assertThat(hosts.addressesOf("Stock")).containsExactly("127.255.0.2");
        assertThat(hosts.addressesOf("orders.shop.internal")).isEmpty();
    }
}

package io.github.ecsdiscovery.generator.proof.discovery;

import java.util.List;

/**
 * A name under which tasks are found.
 *
 * @param service the name of the ECS service whose tasks it stands for; empty where nobody registers
 * @param host the name: {@code orders.shop.internal}
 * @param records {@code A}, {@code SRV}, or {@code Service Connect} where proxies know it
 * @param port the port that SRV records or proxies tell; empty for none
 * @param line of what registers it
 */
public record DnsRegistration(String service, String host, List<String> records, String port, int line) {
    public DnsRegistration {
        records = List.copyOf(records);
    }
}

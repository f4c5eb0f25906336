package io.github.ecsdiscovery.generator.proof.discovery;

import java.util.List;

/**
 * A name that leads to the tasks of a service.
 *
 * @param service the name of the ECS service; empty if no service registers under the name
 * @param host the name: {@code orders.shop.internal}
 * @param records the types of its DNS records, {@code A} and {@code SRV}; or {@code Service Connect} if the proxies of Service
 *     Connect resolve the name
 * @param port the port in the SRV records, or the port of the client alias; empty if there is none
 * @param line the line of the Cloud Map service, or of the Service Connect endpoint
 */
public record DnsRegistration(String service, String host, List<String> records, String port, int line) {
    public DnsRegistration {
        records = List.copyOf(records);
    }
}

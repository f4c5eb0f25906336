package io.github.ecsdiscovery.containers;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Imitates Cloud Map's private zone and the VPC's resolver: an authoritative DNS server with records that change at run time,
 * behind a server that caches them for their TTL.
 */
final class CloudMap implements AutoCloseable {

    private static final String IMAGE = "end-to-end-dns";

    private final String container;
    private final String address;
    private final String zone;

    private CloudMap(String container, String address, String zone) {
        this.container = container;
        this.address = address;
        this.zone = zone;
    }

    static CloudMap start(Network network, String zone) {
        Docker.build(IMAGE, GeneratedProject.repository().resolve("archetype/containers/src/test/docker/dns"));
        CloudMap cloudMap = new CloudMap(network.name() + "-dns", network.newAddress(), zone);
        Docker.docker(
                "run",
                "--detach",
                "--name",
                cloudMap.container,
                "--network",
                network.name(),
                "--ip",
                cloudMap.address,
                "--env",
                "ZONE=" + zone,
                IMAGE);
        Waiting.until(Duration.ofSeconds(20), cloudMap::answers, () -> Docker.docker("logs", cloudMap.container));
        return cloudMap;
    }

    /** Returns the address of the caching resolver. */
    String address() {
        return address;
    }

    /** Adds the records that Cloud Map adds for an instance: the service's name, and a target for SRV. */
    synchronized void register(Replica replica) {
        change("zone-set", replica);
    }

    synchronized void deregister(Replica replica) {
        change("zone-unset", replica);
    }

    private void change(String command, Replica replica) {
        Template.Service service = replica.service();
        String target = replica.number() + "." + service.name();
        List<String> records = new ArrayList<>();
        for (Template.DnsRecord type : service.records()) {
            String start = "%s %s ".formatted(service.name(), type.ttl());
            switch (type.type()) {
                case "A" -> records.add(start + "A " + replica.address());
                case "SRV" -> {
                    records.add(start + "SRV 1 1 %s %s".formatted(service.port(), target));
                    records.add("%s %s A %s".formatted(target, type.ttl(), replica.address()));
                }
                default -> throw new IllegalArgumentException("unsupported record type " + type.type());
            }
        }
        control(command, records);
    }

    private void control(String command, List<String> records) {
        List<String> lines = new ArrayList<>();
        lines.add("zone-begin " + zone);
        // `zone-unset` expects a record without its TTL.
        records.forEach(record -> lines.add("%s %s %s"
                .formatted(
                        command, zone, command.equals("zone-unset") ? record.replaceFirst(" [0-9]+ ", " ") : record)));
        lines.add("zone-commit " + zone);
        String answers = Docker.runWithInput(
                String.join("\n", lines) + "\n",
                List.of("exec", "--interactive", container, "knotc", "--force", "--blocking"));
        if (answers.lines().filter(line -> line.equals("OK")).count() != lines.size()) {
            throw new AssertionError("the DNS server rejected a change:\n" + answers);
        }
    }

    private boolean answers() {
        return Docker.attempt(List.of("exec", container, "knotc", "zone-status", zone))
                        .exitCode()
                == 0;
    }

    @Override
    public void close() {
        Docker.docker("rm", "--force", container);
    }
}

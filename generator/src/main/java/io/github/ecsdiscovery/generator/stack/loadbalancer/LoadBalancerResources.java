package io.github.ecsdiscovery.generator.stack.loadbalancer;

import io.github.ecsdiscovery.generator.stack.security.CallRulePair;
import io.github.ecsdiscovery.generator.stack.security.SecurityGroup;
import io.github.ecsdiscovery.generator.stack.value.Value;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The load balancer that the stack has itself.
 *
 * @param scheme {@code internet-facing} or {@code internal}
 * @param attributes in the words of ELB; values are texts there
 * @param logDays how long a bucket of its own keeps what it writes down, or null where there is none
 * @param certificate the one that the stack makes, or null
 * @param certificateArn the one that it shows, or null where it speaks HTTP alone
 * @param port80 whether it listens at port 80 too
 * @param records the names that lead to it
 * @param edges to the group that all services share
 * @param dependsOn what must be there before it and is not referred to by it
 */
public record LoadBalancerResources(
        SecurityGroup group,
        Value name,
        String scheme,
        List<Value> subnets,
        List<Attribute> attributes,
        @Nullable Integer logDays,
        @Nullable Certificate certificate,
        @Nullable Value certificateArn,
        boolean port80,
        List<AliasRecord> records,
        List<CallRulePair> edges,
        List<String> dependsOn) {
    public LoadBalancerResources {
        subnets = List.copyOf(subnets);
        attributes = List.copyOf(attributes);
        records = List.copyOf(records);
        edges = List.copyOf(edges);
        dependsOn = List.copyOf(dependsOn);
    }

    /** An attribute of a load balancer. */
    public record Attribute(String key, Value value) {}

    /**
     * A certificate that ACM makes once it finds its records in the zone.
     *
     * @param others names beside the first
     */
    public record Certificate(String domain, List<String> others, String hostedZone) {
        public Certificate {
            others = List.copyOf(others);
        }

        /** All its names; ACM wants to find each. */
        public List<String> names() {
            return Stream.concat(Stream.of(domain), others.stream()).toList();
        }
    }

    /** A name that leads to the load balancer. */
    public record AliasRecord(String id, String host, String hostedZone) {}
}

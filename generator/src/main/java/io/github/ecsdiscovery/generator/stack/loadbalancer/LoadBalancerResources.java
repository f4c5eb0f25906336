package io.github.ecsdiscovery.generator.stack.loadbalancer;

import io.github.ecsdiscovery.generator.stack.security.CallRulePair;
import io.github.ecsdiscovery.generator.stack.security.SecurityGroup;
import io.github.ecsdiscovery.generator.stack.value.Value;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The load balancer that the stack creates.
 *
 * @param security its security group and the rules for traffic to services
 * @param scheme {@code internet-facing} or {@code internal}
 * @param attributes load balancer attributes; ELB has them as texts
 * @param accessLogDays how many days the bucket of access logs keeps them, or null without access logs
 * @param listeners its listeners
 * @param domain its certificate and DNS records
 * @param dependsOn logical ids that it depends on without a reference
 */
public record LoadBalancerResources(
        LoadBalancerSecurity security,
        String scheme,
        List<Value> subnets,
        List<Attribute> attributes,
        @Nullable Integer accessLogDays,
        Listeners listeners,
        LoadBalancerDomain domain,
        List<String> dependsOn) {
    public LoadBalancerResources {
        subnets = List.copyOf(subnets);
        attributes = List.copyOf(attributes);
        dependsOn = List.copyOf(dependsOn);
    }

    /** Returns the {@code Name} tag of the load balancer. */
    public Value name() {
        return Value.named("load-balancer");
    }

    /**
     * The security group of the load balancer.
     *
     * @param callRules rules for traffic to the group that all services share; empty if each service has its own
     */
    public record LoadBalancerSecurity(SecurityGroup group, List<CallRulePair> callRules) {
        public LoadBalancerSecurity {
            callRules = List.copyOf(callRules);
        }
    }

    /** An attribute of a load balancer. */
    public record Attribute(String key, Value value) {}

    /**
     * The listeners of a load balancer.
     *
     * @param certificateArn the certificate of the HTTPS listener, or null if there is no HTTPS listener
     * @param http whether there is a listener on port 80
     */
    public record Listeners(@Nullable Value certificateArn, boolean http) {}

    /**
     * The names of a load balancer.
     *
     * @param certificate the certificate that the stack creates, or null for none
     * @param records the DNS records that point to the load balancer
     */
    public record LoadBalancerDomain(@Nullable Certificate certificate, List<AliasRecord> records) {
        public LoadBalancerDomain {
            records = List.copyOf(records);
        }
    }

    /**
     * A certificate that ACM issues once it finds the validation records in the hosted zone.
     *
     * @param alternativeNames further names besides the domain
     */
    public record Certificate(String domain, List<String> alternativeNames, String hostedZone) {
        public Certificate {
            alternativeNames = List.copyOf(alternativeNames);
        }

        /** Returns all names of the certificate. ACM validates each of them. */
        public List<String> names() {
            return Stream.concat(Stream.of(domain), alternativeNames.stream()).toList();
        }
    }

    /** A DNS record that points a host to the load balancer. */
    public record AliasRecord(String id, String host, String hostedZone) {}
}

package io.github.ecsdiscovery.generator.model;

import io.github.ecsdiscovery.generator.model.cluster.Cluster;
import io.github.ecsdiscovery.generator.model.discovery.Namespace;
import io.github.ecsdiscovery.generator.model.loadbalancer.LoadBalancer;
import io.github.ecsdiscovery.generator.model.loadbalancer.Scheme;
import io.github.ecsdiscovery.generator.model.log.Logs;
import io.github.ecsdiscovery.generator.model.network.Network;
import io.github.ecsdiscovery.generator.model.schema.Format;
import io.github.ecsdiscovery.generator.model.schema.Key;
import io.github.ecsdiscovery.generator.model.service.Service;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The configuration of a system, which becomes one CloudFormation stack.
 *
 * <pre>
 * name: shop
 * services:
 *   orders: {port: 8080, calls: [payments]}
 *   payments: {port: 8080}
 * </pre>
 *
 * @param services by name, in the order of the config; the order does not affect the template
 */
public record Config(
        @Key(value = "The version of the config language", example = "version: 1", oneOf = 1)
        int version,

        @Key(
                value =
                        "The name of the system; the stack name, image paths and the `application` tag are derived from it",
                example = "name: shop",
                format = Format.LABEL_40,
                required = true)
        String name,

        @Key(value = "The set of defaults to start from", example = "preset: production")
        Preset preset,

        @Key(
                value = "The Region that checks and printed commands assume; the template itself works in every Region",
                example = "region: eu-west-1",
                format = Format.REGION)
        @Nullable
        String region,

        @Key(
                value = "Tags for every resource that supports tags",
                example = "tags: {team: orders}",
                format = Format.TAG_VALUE,
                keys = Format.TAG_KEY,
                maxEntries = 48,
                byDefault = "`application: <name>`, which is added to your tags")
        Map<String, String> tags,

        @Key(
                value = "The registry of images that do not name one",
                example = "registry: ghcr.io/acme",
                format = Format.REGISTRY,
                byDefault = "the account's ECR registry")
        @Nullable
        String registry,

        @Key(
                value = "The tag of images that have neither a tag nor a digest",
                example = "tag: 1.4.0",
                format = Format.IMAGE_TAG)
        @Nullable
        String tag,

        @Key(
                value =
                        "Whether each service's image tag is a stack parameter `<Service>Tag`, so that a pipeline can deploy one service",
                example = "tagParameters: true")
        boolean tagParameters,

        @Key(
                value =
                        "The stack, rendered by this generator, whose VPC, subnets, namespace, cluster and load balancer this stack uses",
                example = "platform: shop-platform",
                format = Format.STACK)
        @Nullable
        String platform,

        @Key(
                value = "Services in the same namespace that other stacks deploy, by name; `calls` can name them",
                example = "peers: {payments: {stack: shop-payments, port: 8080}}",
                keys = Format.LABEL_50,
                maxEntries = 1_000)
        Map<String, Peer> peers,

        @Key(value = "The VPC and subnets that services run in", example = "network: {zones: 3, placement: private}")
        Network network,

        @Key(
                value = "The Cloud Map namespace: the private DNS zone of the services",
                example = "namespace: {name: shop.internal}")
        Namespace namespace,

        @Key(value = "The ECS cluster", example = "cluster: {insights: enhanced}")
        Cluster cluster,

        @Key(
                value = "The Application Load Balancer; it is created if this key is set or a service has `http`",
                example = "loadBalancer: {domain: shop.example.com, hostedZone: Z0123456789ABCDEFGHIJ}")
        @Nullable
        LoadBalancer loadBalancer,

        @Key(value = "The CloudWatch log groups of the services", example = "logs: {retention: 90}")
        Logs logs,

        @Key(
                value = "The managed policy that is the permissions boundary of every role in the stack",
                example = "permissionsBoundary: arn:aws:iam::111122223333:policy/Boundary",
                format = Format.POLICY_ARN)
        @Nullable
        String permissionsBoundary,

        @Key(
                value =
                        "Whether the template contains what template scanners look for: a memory limit for each container and, in `Metadata`, the reason for each finding that remains",
                example = "scannerMetadata: true")
        boolean scannerMetadata,

        @Key(
                value =
                        "Whether the template contains AWS Context metadata: what the stack is, why each resource exists and what must not change",
                example = "contextMetadata: true")
        boolean contextMetadata,

        @Key(
                value = "The services by name, which is also their DNS name; `{}` renders a platform without services",
                example = "services: {orders: {port: 8080, calls: [payments]}, payments: {port: 8080}}",
                keys = Format.LABEL_50,
                maxEntries = 10_000,
                required = true)
        Map<String, Service> services,

        @Key(
                value = "Warnings to suppress in the whole config: problem id to reason",
                example = "acceptWarnings: {http-without-certificate: internal demo}",
                keys = Format.PROBLEM_ID)
        Map<String, String> acceptWarnings) {
    public Config {
        tags = Collections.unmodifiableMap(new LinkedHashMap<>(tags));
        peers = Collections.unmodifiableMap(new LinkedHashMap<>(peers));
        services = Collections.unmodifiableMap(new LinkedHashMap<>(services));
        acceptWarnings = Collections.unmodifiableMap(new LinkedHashMap<>(acceptWarnings));
    }

    /** Returns the load balancer that this stack creates; null if no service needs one or the platform has it. */
    public @Nullable LoadBalancer ownLoadBalancer() {
        return platform == null ? loadBalancer : null;
    }

    /** Returns whether this stack creates a load balancer in public subnets. */
    public boolean hasInternetFacingLoadBalancer() {
        LoadBalancer own = ownLoadBalancer();
        return own != null && own.scheme() == Scheme.INTERNET_FACING;
    }

    /** Returns whether calls to this service or peer use Service Connect. */
    public boolean usesServiceConnect(String callee) {
        Service service = services.get(callee);
        Peer peer = peers.get(callee);
        return service != null ? service.connect() != null : peer != null && peer.usesServiceConnect();
    }

    /** Returns whether a service's tasks contain the Service Connect proxy: as callee or as caller. */
    public boolean hasServiceConnectProxy(Service service) {
        return service.connect() != null
                || service.allCalls().stream().anyMatch(call -> usesServiceConnect(call.service()));
    }

    /** Returns the namespace's domain name; null if it belongs to the platform, because then this config does not contain it. */
    public @Nullable String domain() {
        if (platform != null) {
            return null;
        }
        String configured = namespace.name();
        return configured == null ? name + ".internal" : configured;
    }
}

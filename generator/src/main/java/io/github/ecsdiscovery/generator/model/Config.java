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
 * A whole system: one stack.
 *
 * <pre>
 * name: shop
 * services:
 *   orders: {port: 8080, calls: [payments]}
 *   payments: {port: 8080}
 * </pre>
 *
 * @param services by name, in the order of the config; that order never reaches the template
 */
public record Config(
        @Key(value = "The version of this language", oneOf = 1)
        int version,

        @Key(
                value = "The system's name: proposed stack name, image path and tag",
                format = Format.LABEL_40,
                required = true)
        String name,

        @Key("The defaults to start from") Preset preset,

        @Key(
                value = "The Region, for checks and printed commands; the template itself fits every Region",
                format = Format.REGION)
        @Nullable
        String region,

        @Key(
                value = "Tags of every resource that can have them",
                keys = Format.TAG_KEY,
                format = Format.TAG_VALUE,
                most = 48,
                byDefault = "`application: <name>`, which stays beside yours")
        Map<String, String> tags,

        @Key(
                value = "Where images without a registry of their own come from",
                format = Format.REGISTRY,
                byDefault = "the account's ECR")
        @Nullable
        String registry,

        @Key(value = "The tag of images that have neither tag nor digest", format = Format.IMAGE_TAG) @Nullable
        String tag,

        @Key(
                "Whether each service's tag is a parameter `<Service>Tag` of the stack, for pipelines that deploy one service")
        boolean tagParameters,

        @Key(
                value =
                        "The name of a stack made by this generator that this one joins: its VPC, subnets, namespace and cluster",
                format = Format.STACK)
        @Nullable
        String platform,

        @Key(
                value =
                        "Services of the same namespace that other stacks deploy, by name, so that `calls` may name them",
                keys = Format.LABEL_50,
                most = 1_000)
        Map<String, Peer> peers,

        @Key("Where the services run") Network network,
        @Key("The private DNS zone") Namespace namespace,
        @Key("The ECS cluster") Cluster cluster,

        @Key("The load balancer; there is one if this stands here, or if a service has `http`") @Nullable
        LoadBalancer loadBalancer,

        @Key("The log groups") Logs logs,

        @Key(value = "The managed policy beyond which no role of the stack can do anything", format = Format.POLICY_ARN)
        @Nullable
        String permissionsBoundary,

        @Key(
                "Whether the template has what scanners of templates look for: a limit of memory at each container and, in `Metadata`, the reason of what they would report all the same")
        boolean scannerMetadata,

        @Key(
                "Whether the template says, as AWS's Context metadata, what it is, why each resource is there and what must not change")
        boolean contextMetadata,

        @Key(
                value = "The services by name, which is also their DNS name; `{}` makes a platform alone",
                keys = Format.LABEL_50,
                most = 10_000,
                required = true)
        Map<String, Service> services,

        @Key(value = "Warnings that their author has read, with the reason", keys = Format.PROBLEM_ID)
        Map<String, String> acceptWarnings) {
    public Config {
        tags = Collections.unmodifiableMap(new LinkedHashMap<>(tags));
        peers = Collections.unmodifiableMap(new LinkedHashMap<>(peers));
        services = Collections.unmodifiableMap(new LinkedHashMap<>(services));
        acceptWarnings = Collections.unmodifiableMap(new LinkedHashMap<>(acceptWarnings));
    }

    /** Whether a service is behind a load balancer, this stack's or the platform's. */
    public boolean hasFronts() {
        return services.values().stream().anyMatch(service -> service.front() != null);
    }

    /** The load balancer that the stack has itself; null where nobody needs one, or the platform has it. */
    public @Nullable LoadBalancer ownLoadBalancer() {
        return platform == null ? loadBalancer : null;
    }

    /** Whether the stack has a load balancer that stands in public subnets. */
    public boolean hasOpenLoadBalancer() {
        LoadBalancer own = ownLoadBalancer();
        return own != null && own.scheme() == Scheme.INTERNET_FACING;
    }

    /** Whether calls of this service or peer go by Service Connect. */
    public boolean isConnect(String callee) {
        Service service = services.get(callee);
        Peer peer = peers.get(callee);
        return service != null ? service.connect() != null : peer != null && peer.isConnect();
    }

    /** Whether each task of a service has Service Connect's proxy: it is reached by one, or calls somebody by one. */
    public boolean hasProxy(Service service) {
        return service.connect() != null || service.allCalls().stream().anyMatch(call -> isConnect(call.service()));
    }

    /** The namespace's domain name; null where the platform has it, and this config does not know it. */
    public @Nullable String domain() {
        if (platform != null) {
            return null;
        }
        String said = namespace.name();
        return said == null ? name + ".internal" : said;
    }
}

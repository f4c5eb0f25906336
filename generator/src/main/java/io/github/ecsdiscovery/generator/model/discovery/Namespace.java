package io.github.ecsdiscovery.generator.model.discovery;

import io.github.ecsdiscovery.generator.model.schema.Format;
import io.github.ecsdiscovery.generator.model.schema.Key;
import io.github.ecsdiscovery.generator.model.schema.Unit;
import org.jspecify.annotations.Nullable;

/**
 * The Cloud Map namespace: a private DNS zone in the VPC.
 *
 * <pre>
 * namespace: {name: shop.internal, negativeTtl: 15}
 * namespace: {id: ns-0123456789abcdef, name: shop.internal}
 * </pre>
 */
public record Namespace(
        @Key(value = "The zone's domain name", format = Format.NAMESPACE, byDefault = "`<name>.internal`") @Nullable
        String name,

        @Key(
                value = "The id of an existing namespace; wants its `name` and `network.vpc` too",
                format = Format.NAMESPACE_ID)
        @Nullable
        String id,

        @Key(
                value = "How long resolvers remember that a name does not exist (the SOA's TTL), in seconds",
                max = 86400,
                unit = Unit.SECONDS)
        int negativeTtl,

        @Key(
                "Whether bare names such as `http://orders:8080` resolve, as with Compose: a search domain by DHCP, which nobody has proven on Fargate")
        boolean searchDomain) {}

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
        @Key(
                value = "The domain name of the zone",
                example = "name: shop.internal",
                format = Format.NAMESPACE,
                byDefault = "`<name>.internal`")
        @Nullable
        String name,

        @Key(
                value = "The id of an existing namespace; also requires `name` and `network.vpc`",
                example = "id: ns-0123456789abcdef",
                format = Format.NAMESPACE_ID)
        @Nullable
        String id,

        @Key(
                value = "How long resolvers cache that a name does not exist (the SOA record's TTL), in seconds",
                example = "negativeTtl: 5",
                max = 86400,
                unit = Unit.SECONDS)
        int negativeTtl,

        @Key(
                value =
                        "Whether bare names such as `http://orders:8080` resolve, as in Compose; a DHCP search domain, unproven on Fargate",
                example = "searchDomain: true")
        boolean searchDomain) {}

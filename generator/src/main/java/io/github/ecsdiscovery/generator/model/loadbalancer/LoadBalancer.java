package io.github.ecsdiscovery.generator.model.loadbalancer;

import io.github.ecsdiscovery.generator.model.network.Source;
import io.github.ecsdiscovery.generator.model.schema.Format;
import io.github.ecsdiscovery.generator.model.schema.Key;
import io.github.ecsdiscovery.generator.model.schema.Unit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The load balancer in front of the services that say {@code http}.
 *
 * <pre>
 * loadBalancer: {certificate: "arn:aws:acm:eu-west-1:123456789012:certificate/…"}
 * loadBalancer: {domain: shop.example.com, hostedZone: Z0123456789ABCDEFGHIJ}
 * </pre>
 *
 * @param ingress null where nothing is said, so that its scheme decides
 */
public record LoadBalancer(
        @Key(
                value = "The ARN of a certificate of ACM in the stack's Region; excludes `domain`",
                format = Format.CERTIFICATE_ARN)
        @Nullable
        String certificate,

        @Key(
                value = "The domain name that it answers for; the stack makes the certificate and the alias record",
                format = Format.HOST)
        @Nullable
        String domain,

        @Key(value = "The id of the public hosted zone that `domain` is in", format = Format.HOSTED_ZONE) @Nullable
        String hostedZone,

        @Key("Who finds it: the internet, or the VPC alone") Scheme scheme,

        @Key(
                value = "Who may come to it",
                least = 1,
                most = 30,
                byDefault = "`[0.0.0.0/0]`; for an internal one the VPC's network")
        @Nullable
        List<Source> ingress,

        @Key("Whether it listens at port 80 too: to send to HTTPS or, without a certificate, to answer there")
        boolean httpListener,

        @Key("Whether it writes each request down, into a bucket of its own, for as long as `logs.retention` says")
        boolean accessLogs,

        @Key("Whether it can be deleted only after this was turned off")
        boolean deletionProtection,

        @Key(
                value = "Seconds until a connection on which nothing comes is closed",
                min = 1,
                max = 4000,
                unit = Unit.SECONDS)
        int idleTimeout) {
    /** Whether it has a certificate, and so speaks HTTPS. */
    public boolean isSecure() {
        return certificate != null || domain != null;
    }
}

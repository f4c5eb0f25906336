package io.github.ecsdiscovery.generator.model.loadbalancer;

import io.github.ecsdiscovery.generator.model.network.Source;
import io.github.ecsdiscovery.generator.model.schema.Format;
import io.github.ecsdiscovery.generator.model.schema.Key;
import io.github.ecsdiscovery.generator.model.schema.Unit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The Application Load Balancer in front of the services that have {@code http}.
 *
 * <pre>
 * loadBalancer: {certificate: "arn:aws:acm:eu-west-1:123456789012:certificate/…"}
 * loadBalancer: {domain: shop.example.com, hostedZone: Z0123456789ABCDEFGHIJ}
 * </pre>
 *
 * @param ingress the allowed sources, or null to derive them from the scheme
 */
public record LoadBalancer(
        @Key(
                value = "The ARN of an ACM certificate in the stack's Region; excludes `domain`",
                example = "certificate: \"arn:aws:acm:eu-west-1:111122223333:certificate/0123abcd\"",
                format = Format.CERTIFICATE_ARN)
        @Nullable
        String certificate,

        @Key(
                value =
                        "The domain name of the load balancer; the stack creates the certificate and the alias record; needs `hostedZone`",
                example = "domain: shop.example.com",
                format = Format.HOST)
        @Nullable
        String domain,

        @Key(
                value = "The id of the public Route 53 hosted zone of `domain`",
                example = "hostedZone: Z0123456789ABCDEFGHIJ",
                format = Format.HOSTED_ZONE)
        @Nullable
        String hostedZone,

        @Key(
                value = "Whether the load balancer is reachable from the internet or only within the VPC",
                example = "scheme: internal")
        Scheme scheme,

        @Key(
                value = "Sources that may connect to the load balancer: CIDRs, prefix lists or security group ids",
                example = "ingress: [203.0.113.0/24]",
                minEntries = 1,
                maxEntries = 30,
                byDefault = "`[0.0.0.0/0]`; for an internal load balancer, the CIDR of the VPC")
        @Nullable
        List<Source> ingress,

        @Key(
                value =
                        "Whether to listen on port 80 too: it redirects to HTTPS or, without a certificate, serves requests",
                example = "httpListener: false")
        boolean httpListener,

        @Key(
                value =
                        "Whether to write access logs to an S3 bucket of the stack and keep them for `logs.retention` days",
                example = "accessLogs: true")
        boolean accessLogs,

        @Key(
                value = "Whether AWS rejects deleting the load balancer until this is turned off",
                example = "deletionProtection: true")
        boolean deletionProtection,

        @Key(
                value = "How long an idle connection stays open, in seconds",
                example = "idleTimeout: 120",
                min = 1,
                max = 4000,
                unit = Unit.SECONDS)
        int idleTimeout) {
    /** Returns whether there is a certificate and therefore an HTTPS listener. */
    public boolean hasHttps() {
        return certificate != null || domain != null;
    }
}

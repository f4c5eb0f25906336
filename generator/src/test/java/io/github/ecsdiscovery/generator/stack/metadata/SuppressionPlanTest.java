package io.github.ecsdiscovery.generator.stack.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsdiscovery.generator.config.ConfigReadResult;
import io.github.ecsdiscovery.generator.config.ConfigReader;
import io.github.ecsdiscovery.generator.model.Config;
import io.github.ecsdiscovery.generator.stack.StackPlan;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class SuppressionPlanTest {
    private static final String EXEC_AND_POLICY = """
            name: shop
            tag: 1.4.2
            scannerMetadata: true
            services:
              orders:
                exec: true
                policies: [{Action: 's3:GetObject', Resource: '%s'}]
            """;

    @Test
    void doesNotSuppressAPolicyOfTheConfigInTheSameRole() {
        assertThat(rules(EXEC_AND_POLICY.formatted("arn:aws:s3:::orders/a"), "OrdersTaskRole"))
                .containsExactly("AwsSolutions-IAM5");
        assertThat(rules(EXEC_AND_POLICY.formatted("*"), "OrdersTaskRole")).isEmpty();
    }

    @Test
    void suppressesOpenIngressOnlyOfAnInternetFacingLoadBalancer() {
        String config = """
                name: shop
                tag: 1.4.2
                scannerMetadata: true
                loadBalancer: {%s}
                services: {orders: {port: 8080, http: true, ingress: [0.0.0.0/0]}}
                """;
        String group = "LoadBalancerSecurityGroup";
        assertThat(rules(config.formatted("httpListener: true"), group)).containsExactly("AwsSolutions-EC23");
        assertThat(rules(config.formatted("ingress: [198.51.100.0/24]"), group)).isEmpty();
        assertThat(rules(config.formatted("scheme: internal, ingress: [0.0.0.0/0]"), group))
                .isEmpty();
        assertThat(rules(config.formatted(""), "OrdersSecurityGroup")).isEmpty();
    }

    @Test
    void suppressesPort80OnlyIfItRedirectsToHttps() {
        String config = """
                name: shop
                tag: 1.4.2
                scannerMetadata: true
                loadBalancer: {httpListener: %s, certificate: 'arn:aws:acm:eu-west-1:123456789012:certificate/0-1'}
                services: {orders: {port: 8080, http: true}}
                """;
        assertThat(rules(config.formatted("true"), "LoadBalancerSecurityGroup"))
                .containsExactly("AwsSolutions-EC23", "CKV_AWS_260");
        assertThat(rules(config.formatted("false"), "LoadBalancerSecurityGroup"))
                .containsExactly("AwsSolutions-EC23");
    }

    @Test
    void suppressesNothingUnlessTheConfigEnablesIt() {
        assertThat(rules(
                        EXEC_AND_POLICY.formatted("arn:aws:s3:::orders/a").replace("scannerMetadata: true\n", ""),
                        "OrdersTaskRole"))
                .isEmpty();
    }

    private static List<String> rules(String yaml, String id) {
        ResourceMetadata metadata =
                StackPlan.of(config(yaml)).metadata().resources().get(id);
        return metadata == null
                ? List.of()
                : metadata.suppressions().stream().map(Suppression::rule).toList();
    }

    private static Config config(String yaml) {
        ConfigReadResult result =
                ConfigReader.read("config.yaml", yaml.getBytes(StandardCharsets.UTF_8), null, List.of());
        return result.config().orElseThrow(() -> new AssertionError(result.problems()));
    }
}

package io.github.ecsdiscovery.generator.rule.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsdiscovery.generator.rule.Checked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Private subnets are larger than public subnets, and each interface endpoint takes an address in each subnet. */
final class SubnetCapacityTest {
    private static String config(String network, int tasks) {
        return "name: shop\ntag: 1.0.0\nnetwork: {cidr: 10.0.0.0/20, " + network + "}\nservices:\n  orders: {count: "
                + tasks + ", deployment: {minPercent: 50, maxPercent: 100}}\n";
    }

    @ParameterizedTest
    @CsvSource({
        "placement: public, 22",
        "'placement: private, nat: regional', 502",
        "'placement: private, nat: regional, endpoints: gateway', 502",
        "'placement: private, nat: none, endpoints: all', 496"
    })
    void allowsAsManyTasksAsThereAreFreeAddresses(String network, int addresses) {
        assertThat(Checked.of(config(network, addresses)).idTexts()).doesNotContain("too-few-addresses");
        assertThat(Checked.of(config(network, addresses + 1)).idTexts()).contains("too-few-addresses");
    }
}

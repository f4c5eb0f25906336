package io.github.ecsdiscovery.generator.stability;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsdiscovery.generator.config.ConfigReadResult;
import io.github.ecsdiscovery.generator.config.ConfigReader;
import io.github.ecsdiscovery.generator.render.Renderer;
import io.github.ecsdiscovery.generator.stack.StackPlan;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** Tests that existing ids, addresses and properties do not change if other resources are added or removed. */
class StabilityTest {
    private static final String TOP = "name: shop\ntag: 1.4.2\ncontextMetadata: true\n";

    @ParameterizedTest
    @ValueSource(strings = {"perService", "shared"})
    void addingOrRemovingAServiceChangesNoOtherResource(String securityGroups) {
        Random random = new Random(7);
        for (int round = 0; round < 100; round++) {
            Map<String, String> services = services(random, 2 + random.nextInt(8));
            Map<String, Object> before = resources(config(securityGroups, services));
            services.put("added", "{port: 8090, calls: [s0], ingress: [192.0.2.0/24], policies: [" + POLICY + "]}");
            Map<String, Object> after = resources(config(securityGroups, services));
            assertThat(after).containsAllEntriesOf(before);
            assertThat(after.keySet())
                    .filteredOn(id -> !before.containsKey(id))
                    .allMatch(id -> id.startsWith("Added") || id.equals("SharedFrom192x0x2x0x24Tcp8090Ingress"));
        }
    }

    private static final String POLICY = "\"arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess\"";

    @Test
    void orderOfServicesDoesNotMatter() {
        Random random = new Random(11);
        for (int round = 0; round < 100; round++) {
            Map<String, String> services = services(random, 2 + random.nextInt(8));
            String template = render(config("perService", services));
            List<String> names = new ArrayList<>(services.keySet());
            Collections.shuffle(names, random);
            Map<String, String> shuffled = new LinkedHashMap<>();
            names.forEach(name -> shuffled.put(name, services.get(name)));
            assertThat(render(config("perService", shuffled))).isEqualTo(template);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void addingAZoneChangesOnlyListsOfSubnetsAndDependencies(int zones) {
        Map<String, String> services = services(new Random(zones), 5);
        Map<String, Object> before = resources("network: {zones: " + zones + "}\n" + config("perService", services));
        Map<String, Object> after =
                resources("network: {zones: " + (zones + 1) + "}\n" + config("perService", services));
        List<String> own =
                List.of("PublicSubnet" + (zones + 1), "PublicSubnet" + (zones + 1) + "RouteTableAssociation");
        assertThat(after.keySet()).containsAll(before.keySet());
        assertThat(after.keySet()).filteredOn(id -> !before.containsKey(id)).isEqualTo(own);
        before.forEach(
                (id, resource) -> assertThat(withoutLists(after.get(id))).as(id).isEqualTo(withoutLists(resource)));
        after.forEach((id, resource) ->
                assertThat(dependencies(resource).contains(own.get(1))).as(id).isEqualTo(id.endsWith("Service")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "single", "perZone", "regional"})
    void addingAZoneToAPrivateNetworkAddsOnlyItsResourcesAndListEntries(String nat) {
        Map<String, String> services = services(new Random(3), 4);
        Map<String, Object> before = resources(privateNetwork(nat, 2) + config("perService", services));
        Map<String, Object> after = resources(privateNetwork(nat, 3) + config("perService", services));
        assertThat(after.keySet()).containsAll(before.keySet());
        assertThat(after.keySet()).filteredOn(id -> !before.containsKey(id)).allMatch(id -> id.contains("3"));
        before.forEach(
                (id, resource) -> assertThat(withoutLists(after.get(id))).as(id).isEqualTo(withoutLists(resource)));
    }

    @Test
    void changingNatChangesOnlyRoutesAndKeepsTheFirstGateway() {
        Map<String, Object> single = resources(privateNetwork("single", 3) + config("perService", Map.of()));
        Map<String, Object> perZone = resources(privateNetwork("perZone", 3) + config("perService", Map.of()));
        Map<String, Object> regional = resources(privateNetwork("regional", 3) + config("perService", Map.of()));
        List<String> routes = List.of("PrivateDefaultRoute2", "PrivateDefaultRoute3");
        assertThat(single.keySet())
                .filteredOn(id -> !single.get(id).equals(perZone.get(id)))
                .isEqualTo(routes);
        assertThat(regional.keySet())
                .filteredOn(id -> !regional.get(id).equals(single.get(id)))
                .containsExactly(
                        "PrivateDefaultRoute1", "PrivateDefaultRoute2", "PrivateDefaultRoute3", "RegionalNatGateway");
    }

    @Test
    void addingTheFirstServiceWithEcsExecChangesNoOtherService() {
        Map<String, String> services = new LinkedHashMap<>(Map.of("orders", "{port: 8080}"));
        Map<String, Object> before = resources(privateNetwork("none", 2) + config("perService", services));
        services.put("added", "{port: 8090, exec: true}");
        Map<String, Object> after = resources(privateNetwork("none", 2) + config("perService", services));
        assertThat(after).containsAllEntriesOf(before).containsKey("SsmmessagesVpcEndpoint");
        assertThat(dependencies(Objects.requireNonNull(after.get("AddedService")))
                        .contains("SsmmessagesVpcEndpoint"))
                .isTrue();
    }

    private static String privateNetwork(String nat, int zones) {
        return "network: {placement: private, endpoints: all, flowLogs: true, nat: " + nat + ", zones: " + zones
                + "}\nnamespace: {searchDomain: true}\n";
    }

    @Test
    void removingAZoneKeepsTheSubnetsOfOtherZones() {
        Map<String, Object> both = resources(
                "network: {zones: {1: euw1-az1, 2: euw1-az2, 3: euw1-az3}}\n" + config("perService", Map.of()));
        Map<String, Object> gap =
                resources("network: {zones: {1: euw1-az1, 3: euw1-az3}}\n" + config("perService", Map.of()));
        assertThat(both).containsAllEntriesOf(gap);
        assertThat(gap).containsKey("PublicSubnet3").doesNotContainKey("PublicSubnet2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/16", "172.16.0.0/17", "192.168.64.0/18", "10.9.160.0/19", "10.1.240.0/20"})
    void publicSubnetsHaveFixedPositionsInAVpcOfAnySize(String cidr) {
        Map<String, Object> resources =
                resources("network: {zones: 6, cidr: " + cidr + "}\n" + config("perService", Map.of()));
        long base = address(cidr);
        int prefix = Integer.parseInt(cidr.substring(cidr.indexOf('/') + 1));
        for (int zone = 1; zone <= 6; zone++) {
            String subnet = ((Map<?, ?>) ((Map<?, ?>) resources.get("PublicSubnet" + zone)).get("Properties"))
                    .get("CidrBlock")
                    .toString();
            assertThat(address(subnet)).isEqualTo(base + zone * (1L << (32 - prefix - 8)));
            assertThat(subnet).endsWith("/" + (prefix + 8));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/16", "172.16.0.0/17", "192.168.64.0/18", "10.9.160.0/19", "10.1.240.0/20"})
    void privateSubnetsHaveFixedPositionsInAVpcOfAnySize(String cidr) {
        Map<String, Object> resources = resources(
                "network: {placement: private, zones: 6, cidr: " + cidr + "}\n" + config("perService", Map.of()));
        int prefix = Integer.parseInt(cidr.substring(cidr.indexOf('/') + 1));
        for (int zone = 1; zone <= 6; zone++) {
            String subnet = ((Map<?, ?>) ((Map<?, ?>) resources.get("PrivateSubnet" + zone)).get("Properties"))
                    .get("CidrBlock")
                    .toString();
            assertThat(address(subnet)).isEqualTo(address(cidr) + zone * (1L << (32 - prefix - 4)));
            assertThat(subnet).endsWith("/" + (prefix + 4));
        }
    }

    private static long address(String cidr) {
        return java.util.Arrays.stream(cidr.substring(0, cidr.indexOf('/')).split("\\."))
                .mapToLong(Long::parseLong)
                .reduce(0, (sum, octet) -> sum * 256 + octet);
    }

    /** Lists with an entry for each zone. */
    private static final Set<String> LISTS = Set.of("DependsOn", "Subnets", "SubnetIds", "RouteTableIds");

    private static Object withoutLists(Object resource) {
        Map<?, ?> map = (Map<?, ?>) resource;
        Map<Object, Object> kept = new TreeMap<>();
        map.forEach((key, value) -> {
            if (!LISTS.contains(key)) {
                kept.put(key, value instanceof Map<?, ?> ? withoutLists(value) : value);
            }
        });
        return kept;
    }

    private static List<?> dependencies(Object resource) {
        return ((Map<?, ?>) resource).get("DependsOn") instanceof List<?> list ? list : List.of();
    }

    private static Map<String, String> services(Random random, int count) {
        Map<String, String> services = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            String calls = IntStream.range(0, count)
                    .filter(other -> random.nextInt(3) == 0)
                    .mapToObj(other -> "s" + other)
                    .collect(Collectors.joining(", ", "[", "]"));
            String exec = random.nextBoolean() ? ", exec: true" : "";
            services.put("s" + i, "{port: " + (8080 + i) + ", calls: " + calls + exec + "}");
        }
        return services;
    }

    private static String config(String securityGroups, Map<String, String> services) {
        StringBuilder config = new StringBuilder(TOP);
        if (securityGroups.equals("shared")) {
            config.append("network: {securityGroups: shared}\n");
        }
        config.append(services.isEmpty() ? "services: {}\n" : "services:\n");
        services.forEach((name, service) ->
                config.append("  ").append(name).append(": ").append(service).append('\n'));
        return config.toString();
    }

    private static String render(String config) {
        ConfigReadResult readResult =
                ConfigReader.read("config.yaml", config.getBytes(StandardCharsets.UTF_8), null, List.of());
        assertThat(readResult.problems()).isEmpty();
        return new Renderer().render(StackPlan.of(readResult.config().orElseThrow()));
    }

    private static Map<String, Object> resources(String config) {
        String plain = render(config).replaceAll("!(Ref|Sub|Select|GetAZs) ", "");
        Map<String, Map<String, Object>> template = new Yaml().load(plain);
        return new TreeMap<>(template.get("Resources"));
    }
}

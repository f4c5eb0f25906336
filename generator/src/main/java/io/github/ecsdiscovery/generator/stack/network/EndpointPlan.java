package io.github.ecsdiscovery.generator.stack.network;

import io.github.ecsdiscovery.generator.model.Config;
import io.github.ecsdiscovery.generator.model.network.Endpoints;
import io.github.ecsdiscovery.generator.stack.id.LogicalId;
import io.github.ecsdiscovery.generator.stack.id.LogicalIdRegistry;
import io.github.ecsdiscovery.generator.stack.value.PseudoParameterText;
import io.github.ecsdiscovery.generator.stack.value.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Decides the endpoints of the stack's own VPC. */
public final class EndpointPlan {
    /** Those whose endpoint is a route and costs nothing. An interface of S3 would not answer to the names that ECR gives. */
    private static final Set<String> GATEWAYS = Set.of("s3", "dynamodb", "s3express");

    private final LogicalIdRegistry ids;
    private final List<Subnet> subnets;

    /** @param subnets those that tasks run in */
    EndpointPlan(LogicalIdRegistry ids, List<Subnet> subnets) {
        this.ids = ids;
        this.subnets = subnets;
    }

    /**
     * The services of AWS that have an endpoint, as endpoints are named: those that tasks ask for in the order of their table,
     * then what is named beside them, by its name.
     */
    public static Set<String> services(Config config) {
        Endpoints said = config.network().endpoints();
        Set<String> all = new LinkedHashSet<>();
        for (AwsService asked : AwsService.of(config)) {
            boolean there = switch (said.scope()) {
                case NONE -> false;
                case GATEWAY -> asked.isGateway();
                case ALL -> true;
            };
            if (there || said.listed().contains(asked.toString())) {
                all.add(asked.toString());
            }
        }
        said.listed().stream().sorted().forEach(all::add);
        return all;
    }

    static boolean isGateway(String service) {
        return GATEWAYS.contains(service);
    }

    List<Endpoint> endpoints(Config config) {
        return services(config).stream().map(this::endpoint).toList();
    }

    private Endpoint endpoint(String service) {
        boolean isGateway = isGateway(service);
        Value name = new PseudoParameterText()
                .literal("com.amazonaws.")
                .ref("AWS::Region")
                .literal("." + service)
                .value();
        List<Value> tables = subnets.stream()
                .map(Subnet::routeTableId)
                .distinct()
                .<Value>map(Value.Ref::new)
                .toList();
        List<Value> places = subnets.stream()
                .<Value>map(subnet -> new Value.Ref(subnet.id()))
                .toList();
        return new Endpoint(
                ids.id(
                        LogicalId.VPC_ENDPOINT,
                        "the endpoint `" + service + "`",
                        List.of("network", "endpoints"),
                        service),
                name,
                isGateway ? tables : List.of(),
                isGateway ? List.of() : places,
                Value.named(service));
    }
}

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

/** Creates the endpoints of the VPC that the stack creates. */
public final class EndpointPlan {
    /**
     * Services with a gateway endpoint, which is a free route. An interface endpoint for S3 would not serve the host names that
     * ECR returns.
     */
    private static final Set<String> GATEWAYS = Set.of("s3", "dynamodb", "s3express");

    private final LogicalIdRegistry ids;
    private final List<Subnet> subnets;

    /** @param subnets the subnets of tasks */
    EndpointPlan(LogicalIdRegistry ids, List<Subnet> subnets) {
        this.ids = ids;
        this.subnets = subnets;
    }

    /**
     * Returns the names of AWS services that have an endpoint: services that tasks call in the order of {@link AwsService}, then
     * other services from the config by name.
     */
    public static Set<String> services(Config config) {
        Endpoints configured = config.network().endpoints();
        Set<String> all = new LinkedHashSet<>();
        for (AwsService service : AwsService.of(config)) {
            boolean isIncluded = switch (configured.scope()) {
                case NONE -> false;
                case GATEWAY -> service.isGateway();
                case ALL -> true;
            };
            if (isIncluded || configured.listed().contains(service.toString())) {
                all.add(service.toString());
            }
        }
        configured.listed().stream().sorted().forEach(all::add);
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
        List<Value> routeTableIds = subnets.stream()
                .map(Subnet::routeTableId)
                .distinct()
                .<Value>map(Value.Ref::new)
                .toList();
        List<Value> subnetIds = subnets.stream()
                .<Value>map(subnet -> new Value.Ref(subnet.id()))
                .toList();
        return new Endpoint(
                ids.id(
                        LogicalId.VPC_ENDPOINT,
                        "the endpoint `" + service + "`",
                        List.of("network", "endpoints"),
                        service),
                name,
                isGateway ? routeTableIds : List.of(),
                isGateway ? List.of() : subnetIds,
                Value.named(service));
    }
}

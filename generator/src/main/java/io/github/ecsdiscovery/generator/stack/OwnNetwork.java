package io.github.ecsdiscovery.generator.stack;

import java.util.List;
import java.util.stream.Stream;

/** The VPC that the stack has of its own, with public subnets and their way to the internet. */
public record OwnNetwork(String cidr, List<Subnet> subnets) {
    public OwnNetwork {
        subnets = List.copyOf(subnets);
    }

    /** The Name of the VPC and its gateway. */
    public Value name() {
        return new Value.Ref("AWS::StackName");
    }

    /** The Name of the route table. */
    public Value routeTableName() {
        return Value.named("public");
    }

    /** What must be there before a task can reach the internet, to pull its image: the routes. */
    public List<String> routes() {
        return Stream.concat(
                        Stream.of(LogicalId.PUBLIC_DEFAULT_ROUTE.of()),
                        subnets.stream().map(Subnet::associationId))
                .toList();
    }
}

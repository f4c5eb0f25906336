package io.github.ecsdiscovery.generator.stack;

import io.github.ecsdiscovery.generator.model.Config;
import io.github.ecsdiscovery.generator.model.Placement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides what the stack tells people, and exports to other stacks. */
final class Outputs {
    private final List<Output> all = new ArrayList<>();

    Outputs(
            Config config,
            Value vpcId,
            List<Value> subnets,
            Value namespaceId,
            Value cluster,
            @Nullable SecurityGroup shared,
            List<ServiceStack> services) {
        all.add(new Output("VpcId", vpcId, true));
        String kind = config.network().placement() == Placement.PUBLIC ? "PublicSubnet" : "PrivateSubnet";
        for (int i = 0; i < subnets.size(); i++) {
            Value subnet = subnets.get(i);
            String id = subnet instanceof Value.Ref ref ? ref.id() : kind + (i + 1);
            all.add(new Output(id + "Id", subnet, true));
        }
        all.add(new Output("NamespaceId", namespaceId, true));
        all.add(new Output("NamespaceName", new Value.Literal(config.domain()), true));
        all.add(new Output("ClusterName", cluster, true));
        if (shared != null) {
            all.add(new Output("SharedSecurityGroupId", new Value.Ref(shared.id()), true));
        }
        for (ServiceStack service : services) {
            if (service.registration() != null) {
                ofService(config, service);
            }
        }
    }

    List<Output> all() {
        return all;
    }

    private void ofService(Config config, ServiceStack service) {
        String id = LogicalId.pascal(service.name());
        int port = service.task().ports().get(0).port();
        Value endpoint = new Value.Literal(service.name() + "." + config.domain() + ":" + port);
        all.add(new Output(id + "Endpoint", endpoint, false));
        if (service.group() != null) {
            all.add(new Output(
                    id + "SecurityGroupId", new Value.Ref(service.group().id()), true));
        }
    }
}

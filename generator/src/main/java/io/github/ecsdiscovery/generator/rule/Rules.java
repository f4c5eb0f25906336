package io.github.ecsdiscovery.generator.rule;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import java.util.ArrayList;
import java.util.List;

/** All rules about configs and stacks. */
public final class Rules {
    private static final List<Rule> ALL = List.of(
            // calls
            new KnownCallees(),
            new CallableCallees(),
            new DistinctVariables(),
            new OverriddenVariables(),
            // peers
            new PeersElsewhere(),
            new PeersWithPort(),
            new PeersBefore(),
            new CalledPeers(),
            // names
            new UniqueIds(),
            new NameLength(),
            new NamespaceNames(),
            new ExistingNamespace(),
            // network
            new VpcSize(),
            new NetworkAddresses(),
            new PlacementSubnets(),
            new WayOut(),
            new ImagesInReach(),
            new EndpointNames(),
            new NatGateways(),
            new SearchDomain(),
            new PrivateRange(),
            new SubnetSpace(),
            new KnownRegion(),
            new ZoneIds(),
            new ZoneCount(),
            new ExclusiveKeys(),
            // images
            new ImageForm(),
            new ImageTags(),
            // services
            new DistinctPorts(),
            new IngressNeedsPort(),
            new IngressInReach(),
            new DiscoveryNeedsPort(),
            new GroupEgress(),
            new OwnVpcGroups(),
            new GroupRules(),
            new DistinctEntries(),
            // Service Connect
            new ConnectPorts(),
            new ConnectNames(),
            new ConnectOrder(),
            new ConnectSize(),
            new ConnectTimeouts(),
            // load balancer
            new FrontPorts(),
            new DistinctRoutes(),
            new BalancerCertificate(),
            new HostsOfDomain(),
            new VisibleDomain(),
            new CertificateNames(),
            new BalancerSubnets(),
            new DeregistrationTime(),
            // tasks
            new ScalingTargets(),
            new FargateSize(),
            new CapacityShares(),
            new DeploymentMoves(),
            new RollingDeployments(),
            new AlarmsOnRequests(),
            new AlarmsAboveScaling(),
            new AlarmTopics(),
            new SpareTasks(),
            new OrdinaryUsers(),
            new HealthChecks(),
            new HealthCommands(),
            new DrainTime(),
            new RecordsWithAddress(),
            new ExecCanWrite(),
            new DistinctVolumes(),
            new TaskDefinitionSize(),
            // sidecars
            new ContainerNames(),
            new KnownContainers(),
            new DependencyCircles(),
            new ReachableConditions(),
            new ContainerSizes(),
            // texts
            new PseudoParameters(),
            // secrets
            new SecretSources(),
            new VariableOrSecret(),
            new PlainSecretNames(),
            new OwnParameters(),
            new SecretsInReach(),
            new SecretsSize(),
            // permissions
            new CompleteStatements(),
            new DistinctSids(),
            new ActionNames(),
            new ActionsInReach(),
            new ResourceArns(),
            new ConditionOperators(),
            new ArnPartitions(),
            new PolicySize(),
            // the whole
            new TagKeys(),
            new CloudMapQuota(),
            new SomethingToMake(),
            new StackLimits());

    private Rules() {}

    /** Everything that the rules find, in no order that matters. */
    public static List<Finding> check(Subject subject) {
        List<Finding> findings = new ArrayList<>();
        for (Rule rule : ALL) {
            rule.check(subject, findings::add);
        }
        return findings;
    }
}

package io.github.ecsdiscovery.generator.rule.task;

import io.github.ecsdiscovery.generator.rule.RuleFamily;
import java.util.List;

/** The rules about tasks, scaling and deployments. */
public final class TaskRules {
    /** The rules in the order of the reference. */
    public static final RuleFamily FAMILY = new RuleFamily(
            "Tasks and deployments",
            List.of(
                    new ScalingTargets(),
                    new FargateSize(),
                    new CapacityWeights(),
                    new DeploymentCanProgress(),
                    new RollingDeployments(),
                    new RequestAlarmsNeedHttp(),
                    new AlarmsAboveScaling(),
                    new AlarmTopics(),
                    new ProductionTaskCount(),
                    new NonRootUser(),
                    new HealthChecks(),
                    new HealthCommands(),
                    new DrainTime(),
                    new AddressRecords(),
                    new ExecNeedsWritableRoot(),
                    new DistinctVolumes(),
                    new TaskDefinitionSize()));

    private TaskRules() {}
}

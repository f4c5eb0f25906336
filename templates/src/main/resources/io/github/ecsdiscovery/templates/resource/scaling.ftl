<#-- What the number of tasks of one service follows. Parameters: scaling (Scaling). -->
<#macro resource scaling>
  [=scaling.targetId]:
    Type: AWS::ApplicationAutoScaling::ScalableTarget
    Properties:
      ServiceNamespace: ecs
      ScalableDimension: ecs:service:DesiredCount
      ResourceId: [=scaling.resource]
      MinCapacity: [=scaling.min]
      MaxCapacity: [=scaling.max]
<#list scaling.policies as policy>

  [=policy.id]:
    Type: AWS::ApplicationAutoScaling::ScalingPolicy
    Properties:
      PolicyName: [=policy.name]
      PolicyType: TargetTrackingScaling
      ScalingTargetId: !Ref [=scaling.targetId]
      TargetTrackingScalingPolicyConfiguration:
        TargetValue: [=policy.target]
        PredefinedMetricSpecification:
          PredefinedMetricType: [=policy.metric]
<#if policy.label??>
          ResourceLabel: [=policy.label]
</#if>
</#list>
</#macro>

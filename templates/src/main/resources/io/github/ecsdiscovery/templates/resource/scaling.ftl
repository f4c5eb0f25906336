<#-- The automatic scaling of a service. Parameters: scaling (Scaling), tags (list of Tag). -->
<#import "/lib/head.ftl" as head>
<#import "/lib/tags.ftl" as tagList>
<#macro resource scaling tags>
<@head.resource id=scaling.targetId type="AWS::ApplicationAutoScaling::ScalableTarget"/>
    Properties:
      ServiceNamespace: ecs
      ScalableDimension: ecs:service:DesiredCount
      ResourceId: [=scaling.resource]
      MinCapacity: [=scaling.min]
      MaxCapacity: [=scaling.max]
<@tagList.plain tags=tags/>
<#list scaling.policies as policy>

<@head.resource id=policy.id type="AWS::ApplicationAutoScaling::ScalingPolicy"/>
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

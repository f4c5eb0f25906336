<#-- One ECS service. Parameters: service (ServiceStack), cluster (Value), subnets (list of Value), tags (list of Tag). -->
<#import "/lib/head.ftl" as head>
<#import "/lib/tags.ftl" as tagList>
<#import "connect.ftl" as connect>
<#macro resource service cluster subnets tags>
<@head.resource id=service.ids.service type="AWS::ECS::Service"/>
<#if service.dependsOn?has_content>
    DependsOn: [=service.dependsOn]
</#if>
    Properties:
      ServiceName: [=service.name]
      Cluster: [=cluster]
      TaskDefinition: !Ref [=service.ids.taskDefinition]
<#if service.rollout.count??>
      DesiredCount: [=service.rollout.count]
</#if>
      PlatformVersion: LATEST
      CapacityProviderStrategy:
<#list service.rollout.capacity as share>
<@capacity share=share/>
</#list>
      AvailabilityZoneRebalancing: [=service.rollout.rebalancing]
      DeploymentConfiguration:
        MinimumHealthyPercent: [=service.rollout.minPercent]
        MaximumPercent: [=service.rollout.maxPercent]
        DeploymentCircuitBreaker: {Enable: true, Rollback: true}
<#if service.guard??>
        Alarms: {AlarmNames: [=service.guard.names], Enable: true, Rollback: true}
</#if>
<#if service.rollout.exec>
      EnableExecuteCommand: true
</#if>
      NetworkConfiguration:
        AwsvpcConfiguration:
          AssignPublicIp: [=service.rollout.assignPublicIp]
          Subnets: [=subnets]
          SecurityGroups: [=service.rollout.groups]
<#if service.registration??>
      ServiceRegistries:
      - RegistryArn:
          Fn::GetAtt: [[=service.ids.discovery], Arn]
<#if service.registration.srvPort??>
        Port: [=service.registration.srvPort]
</#if>
</#if>
<#if service.connect??>
<@connect.configuration connect=service.connect logGroup=service.ids.logGroup/>
</#if>
<#if service.front??>
      LoadBalancers:
      - {ContainerName: [=service.name], ContainerPort: [=service.front.port], TargetGroupArn: !Ref [=service.front.targetGroupId]}
      HealthCheckGracePeriodSeconds: [=service.front.grace]
</#if>
      PropagateTags: SERVICE
<@tagList.plain tags=tags/>
</#macro>
<#macro capacity share>
<#if share.base??>
      - {CapacityProvider: [=share.provider], Weight: [=share.weight], Base: [=share.base]}
<#else>
      - {CapacityProvider: [=share.provider], Weight: [=share.weight]}
</#if>
</#macro>

<#-- An ECS service. Parameters: service (ServiceResources), cluster (Value), subnets (list of Value), tags (list of Tag). -->
<#import "/lib/head.ftl" as head>
<#import "/lib/tags.ftl" as tagList>
<#import "service-connect.ftl" as serviceConnect>
<#macro resource service cluster subnets tags>
<@head.resource id=service.ids.service type="AWS::ECS::Service"/>
<#if service.deployment.dependsOn?has_content>
    DependsOn: [=service.deployment.dependsOn]
</#if>
    Properties:
      ServiceName: [=service.name]
      Cluster: [=cluster]
      TaskDefinition: !Ref [=service.ids.taskDefinition]
<#if service.deployment.rollout.count??>
      DesiredCount: [=service.deployment.rollout.count]
</#if>
      PlatformVersion: LATEST
      CapacityProviderStrategy:
<#list service.deployment.rollout.capacity as share>
<@capacity share=share/>
</#list>
      AvailabilityZoneRebalancing: [=service.deployment.rollout.rebalancing]
      DeploymentConfiguration:
        MinimumHealthyPercent: [=service.deployment.rollout.minPercent]
        MaximumPercent: [=service.deployment.rollout.maxPercent]
        DeploymentCircuitBreaker: {Enable: true, Rollback: true}
<#if service.deployment.alarms??>
        Alarms: {AlarmNames: [=service.deployment.alarms.names], Enable: true, Rollback: true}
</#if>
<#if service.deployment.rollout.exec>
      EnableExecuteCommand: true
</#if>
      NetworkConfiguration:
        AwsvpcConfiguration:
          AssignPublicIp: [=service.deployment.rollout.assignPublicIp]
          Subnets: [=subnets]
          SecurityGroups: [=service.deployment.rollout.groups]
<#if service.discovery.registration??>
      ServiceRegistries:
      - RegistryArn:
          Fn::GetAtt: [[=service.ids.discovery], Arn]
<#if service.discovery.registration.srvPort??>
        Port: [=service.discovery.registration.srvPort]
</#if>
</#if>
<#if service.discovery.serviceConnect??>
<@serviceConnect.configuration serviceConnect=service.discovery.serviceConnect logGroup=service.ids.logGroup/>
</#if>
<#if service.loadBalancerTarget??>
      LoadBalancers:
      - {ContainerName: [=service.name], ContainerPort: [=service.loadBalancerTarget.targetGroup.port], TargetGroupArn: !Ref [=service.loadBalancerTarget.targetGroup.id]}
      HealthCheckGracePeriodSeconds: [=service.loadBalancerTarget.gracePeriod]
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

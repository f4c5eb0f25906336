<#-- The target group of a service. Parameters: targetGroup (TargetGroup), vpcId (Value), tags (list of Tag). -->
<#import "/lib/head.ftl" as head>
<#import "/lib/tags.ftl" as tagList>
<#macro resource targetGroup vpcId tags>
<@head.resource id=targetGroup.id type="AWS::ElasticLoadBalancingV2::TargetGroup"/>
    Properties:
      VpcId: [=vpcId]
      TargetType: ip
      Protocol: HTTP
      Port: [=targetGroup.port]
      HealthCheckPath: [=targetGroup.healthCheckPath]
      HealthCheckIntervalSeconds: 10
      HealthCheckTimeoutSeconds: 5
      HealthyThresholdCount: 2
      UnhealthyThresholdCount: 3
      Matcher: {HttpCode: [=targetGroup.successCodes]}
      TargetGroupAttributes:
      - {Key: deregistration_delay.timeout_seconds, Value: [=targetGroup.deregistrationDelay]}
<@tagList.plain tags=tags/>
</#macro>

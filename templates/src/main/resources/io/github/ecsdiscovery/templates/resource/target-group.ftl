<#-- The tasks of one service as the load balancer sees them. Parameters: front (Front), vpcId (Value), tags (list of Tag). -->
<#import "/lib/head.ftl" as head>
<#import "/lib/tags.ftl" as tagList>
<#macro resource front vpcId tags>
<@head.resource id=front.targetGroupId type="AWS::ElasticLoadBalancingV2::TargetGroup"/>
    Properties:
      VpcId: [=vpcId]
      TargetType: ip
      Protocol: HTTP
      Port: [=front.port]
      HealthCheckPath: [=front.checkPath]
      HealthCheckIntervalSeconds: 10
      HealthCheckTimeoutSeconds: 5
      HealthyThresholdCount: 2
      UnhealthyThresholdCount: 3
      Matcher: {HttpCode: [=front.codes]}
      TargetGroupAttributes:
      - {Key: deregistration_delay.timeout_seconds, Value: [=front.deregistrationDelay]}
<@tagList.plain tags=tags/>
</#macro>

<#-- Which requests the load balancer sends to one service. Parameters: front (Front), tags (list of Tag). -->
<#import "/lib/head.ftl" as head>
<#import "/lib/tags.ftl" as tagList>
<#macro resource front tags>
<@head.resource id=front.ruleId type="AWS::ElasticLoadBalancingV2::ListenerRule"/>
    Properties:
      ListenerArn: [=front.listenerArn]
      Priority: [=front.priority]
      Conditions:
<#if front.hosts?has_content>
      - Field: host-header
        HostHeaderConfig: {Values: [=front.hosts]}
</#if>
      - Field: path-pattern
        PathPatternConfig: {Values: [=front.paths]}
      Actions:
      - {Type: forward, TargetGroupArn: !Ref [=front.targetGroupId]}
<@tagList.plain tags=tags/>
</#macro>

<#-- The listener rule that forwards requests to a service. Parameters: rule (ListenerRule), targetGroup (TargetGroup), tags (list of Tag). -->
<#import "/lib/head.ftl" as head>
<#import "/lib/tags.ftl" as tagList>
<#macro resource rule targetGroup tags>
<@head.resource id=rule.id type="AWS::ElasticLoadBalancingV2::ListenerRule"/>
    Properties:
      ListenerArn: [=rule.listenerArn]
      Priority: [=rule.priority]
      Conditions:
<#if rule.hosts?has_content>
      - Field: host-header
        HostHeaderConfig: {Values: [=rule.hosts]}
</#if>
      - Field: path-pattern
        PathPatternConfig: {Values: [=rule.paths]}
      Actions:
      - {Type: forward, TargetGroupArn: !Ref [=targetGroup.id]}
<@tagList.plain tags=tags/>
</#macro>

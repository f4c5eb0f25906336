<#-- The load balancer. Parameters: balancer (Balancer), tags (list of Tag). -->
<#import "/lib/head.ftl" as head>
<#import "/lib/tags.ftl" as tagList>
<#macro resource balancer tags>
<@head.resource id="LoadBalancer" type="AWS::ElasticLoadBalancingV2::LoadBalancer"/>
<#if balancer.dependsOn?has_content>
    DependsOn: [=balancer.dependsOn]
</#if>
    Properties:
      Type: application
      Scheme: [=balancer.scheme]
      Subnets: [=balancer.subnets]
      SecurityGroups: [!Ref [=balancer.group.id]]
      LoadBalancerAttributes:
<#list balancer.attributes as attribute>
      - {Key: [=attribute.key], Value: [=attribute.value]}
</#list>
<@tagList.plain tags=tags/>
</#macro>

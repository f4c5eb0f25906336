<#-- The load loadBalancer. Parameters: loadBalancer (LoadBalancerResources), tags (list of Tag). -->
<#import "/lib/head.ftl" as head>
<#import "/lib/tags.ftl" as tagList>
<#macro resource loadBalancer tags>
<@head.resource id="LoadBalancer" type="AWS::ElasticLoadBalancingV2::LoadBalancer"/>
<#if loadBalancer.dependsOn?has_content>
    DependsOn: [=loadBalancer.dependsOn]
</#if>
    Properties:
      Type: application
      Scheme: [=loadBalancer.scheme]
      Subnets: [=loadBalancer.subnets]
      SecurityGroups: [!Ref [=loadBalancer.security.group.id]]
      LoadBalancerAttributes:
<#list loadBalancer.attributes as attribute>
      - {Key: [=attribute.key], Value: [=attribute.value]}
</#list>
<@tagList.plain tags=tags/>
</#macro>

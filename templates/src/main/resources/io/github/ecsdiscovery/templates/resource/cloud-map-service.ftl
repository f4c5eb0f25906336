<#-- The Cloud Map service that gives a service its DNS name. Parameters: service (ServiceResources), namespaceId (Value), tags (list of Tag). -->
<#import "/lib/head.ftl" as head>
<#import "/lib/tags.ftl" as tagList>
<#macro resource service namespaceId tags>
<@head.resource id=service.ids.discovery type="AWS::ServiceDiscovery::Service"/>
    Properties:
      Name: [=service.name]
      NamespaceId: [=namespaceId]
      DnsConfig:
        RoutingPolicy: MULTIVALUE
        DnsRecords:
<#list service.discovery.registration.records as record>
        - {Type: [=record], TTL: [=service.discovery.registration.ttl]}
</#list>
      HealthCheckCustomConfig: {FailureThreshold: 1}
<@tagList.plain tags=tags/>
</#macro>

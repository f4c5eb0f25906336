<#-- The Cloud Map namespace. Parameters: namespace (OwnNamespace), system (the name of what is deployed), vpcId (Value), tags (list of Tag). -->
<#import "/lib/head.ftl" as head>
<#import "/lib/tags.ftl" as tagList>
<#macro resource namespace system vpcId tags>
<@head.resource id="Namespace" type="AWS::ServiceDiscovery::PrivateDnsNamespace"/>
    Properties:
      Name: [=namespace.domain]
      Description: [=system]
      Vpc: [=vpcId]
      # How long resolvers remember that a name does not exist, so that a service is found soon after its first task is up.
      Properties: {DnsProperties: {SOA: {TTL: [=namespace.negativeTtl]}}}
<@tagList.plain tags=tags/>
</#macro>

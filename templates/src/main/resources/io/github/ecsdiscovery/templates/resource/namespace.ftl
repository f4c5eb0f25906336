<#-- The Cloud Map namespace. Parameters: namespace (NamespaceResource), stackName (the name in the config), vpcId (Value), tags (list of Tag). -->
<#import "/lib/head.ftl" as head>
<#import "/lib/tags.ftl" as tagList>
<#macro resource namespace stackName vpcId tags>
<@head.resource id="Namespace" type="AWS::ServiceDiscovery::PrivateDnsNamespace"/>
    Properties:
      Name: [=namespace.domain]
      Description: [=stackName]
      Vpc: [=vpcId]
      # How long resolvers cache that a name does not exist. A low value makes a service visible soon after its first task starts.
      Properties: {DnsProperties: {SOA: {TTL: [=namespace.negativeTtl]}}}
<@tagList.plain tags=tags/>
</#macro>

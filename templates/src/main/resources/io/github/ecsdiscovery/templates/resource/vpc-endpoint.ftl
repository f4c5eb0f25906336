<#-- A VPC endpoint. Parameters: endpoint (Endpoint), tags (list of Tag). -->
<#import "/lib/head.ftl" as head>
<#import "/lib/tags.ftl" as tagList>
<#macro resource endpoint tags>
<@head.resource id=endpoint.id type="AWS::EC2::VPCEndpoint"/>
    Properties:
      VpcId: !Ref Vpc
      ServiceName: [=endpoint.service]
<#if endpoint.isGateway>
      VpcEndpointType: Gateway
      RouteTableIds: [=endpoint.routeTables]
<#else>
      VpcEndpointType: Interface
      PrivateDnsEnabled: true
      SubnetIds: [=endpoint.subnets]
      SecurityGroupIds: [!Ref VpcEndpointSecurityGroup]
</#if>
<@tagList.named tags=tags name=endpoint.name/>
</#macro>

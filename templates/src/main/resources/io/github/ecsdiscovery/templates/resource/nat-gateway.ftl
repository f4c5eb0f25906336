<#-- A NAT gateway and, unless it is regional, its address. Parameters: gateway (NatGateway), tags (list of Tag). -->
<#import "/lib/head.ftl" as head>
<#import "/lib/tags.ftl" as tagList>
<#macro resource gateway tags>
<#if gateway.addressId??>
<@head.resource id=gateway.addressId type="AWS::EC2::EIP"/>
    DependsOn: InternetGatewayAttachment
    Properties:
      Domain: vpc
<@tagList.named tags=tags name=gateway.name/>

</#if>
<@head.resource id=gateway.id type="AWS::EC2::NatGateway"/>
    DependsOn: [=gateway.dependsOn]
    Properties:
<#if gateway.subnetId??>
      SubnetId: !Ref [=gateway.subnetId]
      AllocationId:
        Fn::GetAtt: [[=gateway.addressId], AllocationId]
<#else>
      # A regional NAT gateway has no subnet: AWS spreads it over the zones of tasks and assigns its addresses.
      AvailabilityMode: regional
      VpcId: !Ref Vpc
</#if>
<@tagList.named tags=tags name=gateway.name/>
</#macro>

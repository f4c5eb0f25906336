<#-- A subnet and its association with a route table. Parameters: subnet (Subnet), tags (list of Tag). -->
<#import "/lib/head.ftl" as head>
<#import "/lib/tags.ftl" as tagList>
<#macro resource subnet tags>
<@head.resource id=subnet.id type="AWS::EC2::Subnet"/>
    Properties:
      VpcId: !Ref Vpc
      CidrBlock: [=subnet.cidr]
<#if subnet.zoneId??>
      AvailabilityZoneId: [=subnet.zoneId]
<#else>
      AvailabilityZone: !Select [[=subnet.zoneIndex], !GetAZs '']
</#if>
<@tagList.named tags=tags name=subnet.name/>

<@head.resource id=subnet.associationId type="AWS::EC2::SubnetRouteTableAssociation"/>
    Properties:
      SubnetId: !Ref [=subnet.id]
      RouteTableId: !Ref [=subnet.routeTableId]
</#macro>

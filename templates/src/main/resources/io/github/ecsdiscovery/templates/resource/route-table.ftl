<#-- A route table and its route to the internet, either of all public subnets or of one private subnet. Parameters: network (NetworkResources), table (PrivateRouteTable), tags (list of Tag). -->
<#import "/lib/head.ftl" as head>
<#import "/lib/tags.ftl" as tagList>
<#macro public network tags>
<@head.resource id="PublicRouteTable" type="AWS::EC2::RouteTable"/>
    Properties:
      VpcId: !Ref Vpc
<@tagList.named tags=tags name=network.publicRouteTableName/>

<@head.resource id="PublicDefaultRoute" type="AWS::EC2::Route"/>
    DependsOn: InternetGatewayAttachment
    Properties:
      RouteTableId: !Ref PublicRouteTable
      DestinationCidrBlock: '0.0.0.0/0'
      GatewayId: !Ref InternetGateway
</#macro>
<#macro private table tags>
<@head.resource id=table.id type="AWS::EC2::RouteTable"/>
    Properties:
      VpcId: !Ref Vpc
<@tagList.named tags=tags name=table.name/>
<#if table.routeId??>

<@head.resource id=table.routeId type="AWS::EC2::Route"/>
    Properties:
      RouteTableId: !Ref [=table.id]
      DestinationCidrBlock: '0.0.0.0/0'
      NatGatewayId: !Ref [=table.natGatewayId]
</#if>
</#macro>

<#-- Route tables with their routes to the internet: that of the public subnets, and that of one private subnet. Parameters: network (OwnNetwork), table (PrivateRouteTable), tags (list of Tag). -->
<#import "/lib/tags.ftl" as tagList>
<#macro open network tags>
  PublicRouteTable:
    Type: AWS::EC2::RouteTable
    Properties:
      VpcId: !Ref Vpc
<@tagList.named tags=tags name=network.routeTableName/>

  PublicDefaultRoute:
    Type: AWS::EC2::Route
    DependsOn: InternetGatewayAttachment
    Properties:
      RouteTableId: !Ref PublicRouteTable
      DestinationCidrBlock: '0.0.0.0/0'
      GatewayId: !Ref InternetGateway
</#macro>
<#macro closed table tags>
  [=table.id]:
    Type: AWS::EC2::RouteTable
    Properties:
      VpcId: !Ref Vpc
<@tagList.named tags=tags name=table.name/>
<#if table.routeId??>

  [=table.routeId]:
    Type: AWS::EC2::Route
    Properties:
      RouteTableId: !Ref [=table.id]
      DestinationCidrBlock: '0.0.0.0/0'
      NatGatewayId: !Ref [=table.natGatewayId]
</#if>
</#macro>

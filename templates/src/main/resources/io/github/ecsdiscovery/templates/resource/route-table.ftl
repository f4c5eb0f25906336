<#-- The route table of the public subnets, with its route to the internet. Parameters: network (OwnNetwork), tags (list of Tag). -->
<#import "/lib/tags.ftl" as tagList>
<#macro resource network tags>
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

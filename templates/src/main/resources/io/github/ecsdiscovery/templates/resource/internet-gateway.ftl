<#-- The internet gateway and its attachment. Parameters: network (OwnNetwork), tags (list of Tag). -->
<#import "/lib/tags.ftl" as tagList>
<#macro resource network tags>
  InternetGateway:
    Type: AWS::EC2::InternetGateway
    Properties:
<@tagList.named tags=tags name=network.name/>

  InternetGatewayAttachment:
    Type: AWS::EC2::VPCGatewayAttachment
    Properties:
      VpcId: !Ref Vpc
      InternetGatewayId: !Ref InternetGateway
</#macro>

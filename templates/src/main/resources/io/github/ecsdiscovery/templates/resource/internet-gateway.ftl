<#-- The internet gateway and its attachment. Parameters: network (NetworkResources), tags (list of Tag). -->
<#import "/lib/head.ftl" as head>
<#import "/lib/tags.ftl" as tagList>
<#macro resource network tags>
<@head.resource id="InternetGateway" type="AWS::EC2::InternetGateway"/>
    Properties:
<@tagList.named tags=tags name=network.name/>

<@head.resource id="InternetGatewayAttachment" type="AWS::EC2::VPCGatewayAttachment"/>
    Properties:
      VpcId: !Ref Vpc
      InternetGatewayId: !Ref InternetGateway
</#macro>

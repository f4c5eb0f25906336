<#-- The VPC. Parameters: network (OwnNetwork), tags (list of Tag). -->
<#import "/lib/head.ftl" as head>
<#import "/lib/tags.ftl" as tagList>
<#macro resource network tags>
<@head.resource id="Vpc" type="AWS::EC2::VPC"/>
    Properties:
      CidrBlock: [=network.cidr]
      # Without both of these, names of a private zone do not resolve in the VPC.
      EnableDnsSupport: true
      EnableDnsHostnames: true
<@tagList.named tags=tags name=network.name/>
</#macro>

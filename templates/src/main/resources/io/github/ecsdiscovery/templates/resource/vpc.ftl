<#-- The VPC. Parameters: network (NetworkResources), tags (list of Tag). -->
<#import "/lib/head.ftl" as head>
<#import "/lib/tags.ftl" as tagList>
<#macro resource network tags>
<@head.resource id="Vpc" type="AWS::EC2::VPC"/>
    Properties:
      CidrBlock: [=network.cidr]
      # Names of a private DNS zone resolve in the VPC only with both of these.
      EnableDnsSupport: true
      EnableDnsHostnames: true
<@tagList.named tags=tags name=network.name/>
</#macro>

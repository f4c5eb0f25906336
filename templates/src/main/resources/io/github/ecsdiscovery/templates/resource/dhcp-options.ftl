<#-- DHCP options with the namespace as search domain. Parameters: network (NetworkResources), tags (list of Tag). -->
<#import "/lib/head.ftl" as head>
<#import "/lib/tags.ftl" as tagList>
<#macro resource network tags>
  # Tasks that use this search domain resolve `orders` without the domain. AWS does not document whether Fargate tasks do.
<@head.resource id="DhcpOptions" type="AWS::EC2::DHCPOptions"/>
    Properties:
      DomainName: [=network.searchDomain]
      DomainNameServers: [AmazonProvidedDNS]
<@tagList.named tags=tags name=network.name/>

<@head.resource id="DhcpOptionsAssociation" type="AWS::EC2::VPCDHCPOptionsAssociation"/>
    Properties:
      VpcId: !Ref Vpc
      DhcpOptionsId: !Ref DhcpOptions
</#macro>

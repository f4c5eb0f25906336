<#-- The DHCP options that have bare names looked for in the namespace. Parameters: network (OwnNetwork), tags (list of Tag). -->
<#import "/lib/head.ftl" as head>
<#import "/lib/tags.ftl" as tagList>
<#macro resource network tags>
  # Tasks that take it over find `orders` as well as its whole name. Whether those of Fargate do is nowhere written.
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

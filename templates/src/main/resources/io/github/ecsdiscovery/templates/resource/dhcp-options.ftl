<#-- The DHCP options that have bare names looked for in the namespace. Parameters: network (OwnNetwork), tags (list of Tag). -->
<#import "/lib/tags.ftl" as tagList>
<#macro resource network tags>
  # Tasks that take it over find `orders` as well as its whole name. Whether those of Fargate do is nowhere written.
  DhcpOptions:
    Type: AWS::EC2::DHCPOptions
    Properties:
      DomainName: [=network.searchDomain]
      DomainNameServers: [AmazonProvidedDNS]
<@tagList.named tags=tags name=network.name/>

  DhcpOptionsAssociation:
    Type: AWS::EC2::VPCDHCPOptionsAssociation
    Properties:
      VpcId: !Ref Vpc
      DhcpOptionsId: !Ref DhcpOptions
</#macro>

<#-- Rules that are resources of their own, for a call or the load balancer's requests and for what the shared group lets in. Parameters: edge (Edge), rule (SharedIngress). -->
<#import "/lib/head.ftl" as head>
<#macro edge edge>
<@head.resource id=edge.ingressId type="AWS::EC2::SecurityGroupIngress"/>
    Properties:
      Description: [="From [=edge.caller]"]
      GroupId: [=edge.calleeGroup]
      IpProtocol: [=edge.protocol]
      FromPort: [=edge.port]
      ToPort: [=edge.port]
      SourceSecurityGroupId: [=edge.callerGroup]

<@head.resource id=edge.egressId type="AWS::EC2::SecurityGroupEgress"/>
    Properties:
      Description: [="To [=edge.callee]"]
      GroupId: [=edge.callerGroup]
      IpProtocol: [=edge.protocol]
      FromPort: [=edge.port]
      ToPort: [=edge.port]
      DestinationSecurityGroupId: [=edge.calleeGroup]
</#macro>
<#macro shared rule groupId>
<@head.resource id=rule.id type="AWS::EC2::SecurityGroupIngress"/>
    Properties:
      Description: [=rule.rule.description]
      GroupId: !Ref [=groupId]
      IpProtocol: [=rule.rule.protocol]
<#if rule.rule.hasPorts>
      FromPort: [=rule.rule.fromPort]
      ToPort: [=rule.rule.toPort]
</#if>
<#if rule.rule.cidr??>
      CidrIp: [=rule.rule.cidr]
</#if>
<#if rule.self>
      SourceSecurityGroupId: !Ref [=groupId]
<#elseif rule.rule.group??>
      SourceSecurityGroupId: [=rule.rule.group]
</#if>
<#if rule.rule.prefixList??>
      SourcePrefixListId: [=rule.rule.prefixList]
</#if>
</#macro>

<#-- Security group rules as separate resources: for a call, for requests of the load balancer, or for ingress to the shared group. Parameters: pair (CallRulePair), rule (SharedIngress). -->
<#import "/lib/head.ftl" as head>
<#macro pair pair>
<@head.resource id=pair.ingressId type="AWS::EC2::SecurityGroupIngress"/>
    Properties:
      Description: [="From [=pair.caller]"]
      GroupId: [=pair.calleeGroup]
      IpProtocol: [=pair.protocol]
      FromPort: [=pair.port]
      ToPort: [=pair.port]
      SourceSecurityGroupId: [=pair.callerGroup]

<@head.resource id=pair.egressId type="AWS::EC2::SecurityGroupEgress"/>
    Properties:
      Description: [="To [=pair.callee]"]
      GroupId: [=pair.callerGroup]
      IpProtocol: [=pair.protocol]
      FromPort: [=pair.port]
      ToPort: [=pair.port]
      DestinationSecurityGroupId: [=pair.calleeGroup]
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

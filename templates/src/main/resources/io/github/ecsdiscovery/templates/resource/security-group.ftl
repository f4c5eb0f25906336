<#-- A security group with its inline rules. Parameters: group (SecurityGroup), vpcId (Value), tags (list of Tag). -->
<#import "/lib/head.ftl" as head>
<#import "/lib/tags.ftl" as tagList>
<#macro resource group vpcId tags>
<@head.resource id=group.id type="AWS::EC2::SecurityGroup"/>
    Properties:
      GroupDescription: [=group.description]
      VpcId: [=vpcId]
<#if group.ingress?has_content>
      SecurityGroupIngress:
<#list group.ingress as item>
<@rule rule=item groupKey="SourceSecurityGroupId" prefixListKey="SourcePrefixListId"/>
</#list>
</#if>
      SecurityGroupEgress:
<#list group.egress as item>
<@rule rule=item groupKey="DestinationSecurityGroupId" prefixListKey="DestinationPrefixListId"/>
</#list>
<@tagList.named tags=tags name=group.name/>
</#macro>
<#macro rule rule groupKey prefixListKey>
      - Description: [=rule.description]
        IpProtocol: [=rule.protocol]
<#if rule.hasPorts>
        FromPort: [=rule.fromPort]
        ToPort: [=rule.toPort]
</#if>
<#if rule.cidr??>
        CidrIp: [=rule.cidr]
</#if>
<#if rule.group??>
        [=groupKey]: [=rule.group]
</#if>
<#if rule.prefixList??>
        [=prefixListKey]: [=rule.prefixList]
</#if>
</#macro>

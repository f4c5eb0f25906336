<#-- A whole CloudFormation template. Data model: Stack, as `stack`. -->
<#import "resource/vpc.ftl" as vpc>
<#import "resource/internet-gateway.ftl" as internetGateway>
<#import "resource/route-table.ftl" as routeTable>
<#import "resource/subnet.ftl" as subnet>
<#import "resource/nat-gateway.ftl" as natGateway>
<#import "resource/endpoint.ftl" as endpoint>
<#import "resource/flow-log.ftl" as flowLog>
<#import "resource/dhcp-options.ftl" as dhcpOptions>
<#import "resource/security-group.ftl" as securityGroup>
<#import "resource/security-group-rule.ftl" as securityGroupRule>
<#import "resource/namespace.ftl" as namespace>
<#import "resource/cluster.ftl" as cluster>
<#import "resource/access-logs.ftl" as accessLogs>
<#import "resource/certificate.ftl" as certificate>
<#import "resource/load-balancer.ftl" as loadBalancer>
<#import "resource/listener.ftl" as listener>
<#import "resource/alias-record.ftl" as aliasRecord>
<#import "resource/target-group.ftl" as targetGroup>
<#import "resource/listener-rule.ftl" as listenerRule>
<#import "resource/scaling.ftl" as scaling>
<#import "resource/alarm.ftl" as alarm>
<#import "resource/role.ftl" as role>
<#import "resource/log-key.ftl" as logKey>
<#import "resource/log-group.ftl" as logGroup>
<#import "resource/task-definition.ftl" as taskDefinition>
<#import "resource/discovery.ftl" as discovery>
<#import "resource/service.ftl" as service>
<#import "lib/comment.ftl" as comment>
<#import "lib/context.ftl" as context>
<#import "lib/output.ftl" as output>
<#import "lib/parameter.ftl" as parameter>
# The services of [=stack.name], which find each other under [=comment.text(stack.domain)].
# Rendered by ecs-discovery from a config: change the config and render it again rather than this file.
AWSTemplateFormatVersion: '2010-09-09'
Description: [=stack.description]
<#if stack.context??>

<@context.template context=stack.context/>
</#if>
<#if stack.parameters?has_content>

# The tags of the images. A deployment that overrides one leaves the others as they are.
Parameters:
<#list stack.parameters as one>
<@parameter.tag parameter=one/>
</#list>
</#if>

Resources:
<#if stack.logs.key??>

  # ---- The key of the log groups ----

<@logKey.resource key=stack.logs.key tags=stack.tags/>
</#if>
<#if stack.network??>

  # ---- Network: [=comment.text(stack.network.inWords)] ----

<@vpc.resource network=stack.network tags=stack.tags/>
<#if stack.network.hasInternet>

<@internetGateway.resource network=stack.network tags=stack.tags/>
</#if>
<#if stack.network.publicSubnets?has_content>

<@routeTable.open network=stack.network tags=stack.tags/>
</#if>
<#list stack.network.publicSubnets as one>

<@subnet.resource subnet=one tags=stack.tags/>
</#list>
<#list stack.network.natGateways as one>

<@natGateway.resource gateway=one tags=stack.tags/>
</#list>
<#list stack.network.privateRouteTables as one>

<@routeTable.closed table=one tags=stack.tags/>
</#list>
<#list stack.network.privateSubnets as one>

<@subnet.resource subnet=one tags=stack.tags/>
</#list>
<#if stack.network.searchDomain??>

<@dhcpOptions.resource network=stack.network tags=stack.tags/>
</#if>
<#if stack.network.endpoints?has_content>

  # ---- VPC endpoints: services of AWS that tasks reach without the internet, by the names that these have anyway ----
<#if stack.network.endpointGroup??>

<@securityGroup.resource group=stack.network.endpointGroup vpcId=stack.vpcId tags=stack.tags/>
</#if>
<#list stack.network.endpoints as one>

<@endpoint.resource endpoint=one tags=stack.tags/>
</#list>
</#if>
<#if stack.network.flowLog??>

  # ---- Flow log: who sent what to whom in the VPC ----

<@flowLog.resource log=stack.network.flowLog tags=stack.tags/>
</#if>
</#if>
<#if stack.sharedGroup??>

  # ---- Security group: one for all services, open to itself and outwards ----

<@securityGroup.resource group=stack.sharedGroup vpcId=stack.vpcId tags=stack.tags/>
<#list stack.sharedIngress as one>

<@securityGroupRule.shared rule=one groupId=stack.sharedGroup.id/>
</#list>
</#if>
<#if stack.namespace??>

  # ---- Namespace: a private DNS zone in the VPC ----

<@namespace.resource namespace=stack.namespace system=stack.name vpcId=stack.vpcId tags=stack.tags/>
</#if>
<#if stack.ownCluster>

  # ---- Cluster ----

<@cluster.resource insights=stack.insights tags=stack.tags/>
</#if>
<#if stack.balancer??>

  # ---- Load balancer: in front of the services that the internet or the VPC comes to ----

<@securityGroup.resource group=stack.balancer.group vpcId=stack.vpcId tags=stack.tags/>
<#list stack.balancer.edges as edge>

<@securityGroupRule.edge edge=edge/>
</#list>
<#if stack.balancer.logDays??>

<@accessLogs.resource days=stack.balancer.logDays tags=stack.tags/>
</#if>
<#if stack.balancer.certificate??>

<@certificate.resource certificate=stack.balancer.certificate tags=stack.tags/>
</#if>

<@loadBalancer.resource balancer=stack.balancer tags=stack.tags/>

<@listener.resource balancer=stack.balancer tags=stack.tags/>
<#list stack.balancer.records as record>

<@aliasRecord.resource record=record/>
</#list>
</#if>
<#if stack.roles?has_content>

  # ---- Roles that services share ----
<#list stack.roles as one>

<@role.resource role=one tags=stack.tags/>
</#list>
</#if>
<#list stack.services as one>

  # ---- Service [=one.name] ----
<#if one.group??>

<@securityGroup.resource group=one.group vpcId=stack.vpcId tags=stack.tags/>
</#if>
<#list one.edges as edge>

<@securityGroupRule.edge edge=edge/>
</#list>
<#if one.executionRole??>

<@role.resource role=one.executionRole tags=stack.tags/>
</#if>
<#if one.taskRole??>

<@role.resource role=one.taskRole tags=stack.tags/>
</#if>

<@logGroup.resource service=one logs=stack.logs tags=stack.tags/>

<@taskDefinition.resource service=one tags=stack.tags/>
<#if one.registration??>

<@discovery.resource service=one namespaceId=stack.namespaceId tags=stack.tags/>
</#if>
<#if one.front??>

<#if one.front.edge??>
<@securityGroupRule.edge edge=one.front.edge/>

</#if>
<@targetGroup.resource front=one.front vpcId=stack.vpcId tags=stack.tags/>

<@listenerRule.resource front=one.front tags=stack.tags/>
</#if>
<#if one.guard??>
<#list one.guard.alarms as each>

<@alarm.resource alarm=each topics=one.guard.topics tags=stack.tags/>
</#list>
</#if>

<@service.resource service=one cluster=stack.cluster subnets=stack.subnets tags=stack.tags/>
<#if one.scaling??>

<@scaling.resource scaling=one.scaling tags=stack.tags/>
</#if>
</#list>
<#if stack.outputs?has_content>

Outputs:
<#list stack.outputs as one>
<@output.item output=one/>
</#list>
</#if>

<#-- A Compose file. Data model: ComposeFile, as `file`. -->
<#import "compose/service.ftl" as service>
# The services of [=file.system] on one machine, which find each other under [=file.domain].
# Rendered by ecs-discovery from a config: change the config and render it again rather than this file.
#
# What is different from AWS: each container reaches each other one, whether `calls` says so or not; a name has addresses
# and no SRV records; a task that has ended is not replaced. Images of the account's own registry are built on this machine:
# `pull_policy: never` keeps Docker from taking a stranger's image of the same name.
<#if file.hasSidecars>
#
# A sidecar shares the network of its service, which therefore runs once; what has to end before has a network of its own,
# and has to end well.
</#if>
name: [=file.name]

<#if file.services?has_content>
services:
<#list file.services as one>
<@service.block service=one/>
<#sep>

</#sep>
</#list>
<#else>
services: {}
</#if>
<#if file.network??>

# That of the project which the platform's own Compose file makes, and which is up before.
networks:
  default: {name: [=file.network], external: true}
</#if>

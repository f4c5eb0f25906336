<#-- One service of a Compose file. Parameters: service (ComposeService). -->
<#macro block service>
  [=service.name]:
    image: [=service.image.name]
<#if service.image.isLocal>
    pull_policy: never
</#if>
    platform: [=service.image.platform]
<@process process=service.process/>
<#if service.variables.environment?has_content>
    environment:
<#list service.variables.environment as variable>
    - [=variable]
</#list>
</#if>
<#if service.networking.mode??>
    network_mode: [=service.networking.mode]
</#if>
<#if service.networking.aliases?has_content>
    networks:
      default: {aliases: [=service.networking.aliases]}
</#if>
<#if service.networking.ports?has_content>
    ports: [=service.networking.ports]
</#if>
<#if service.dependencies?has_content>
    depends_on:
<#list service.dependencies as dependency>
      [=dependency.service]: {condition: [=dependency.condition]}
</#list>
</#if>
<#if service.health??>
<@healthCheck health=service.health/>
</#if>
    stop_grace_period: [=service.process.stopGracePeriod]
    deploy:
      replicas: [=service.resources.replicas]
      resources:
        limits: {cpus: [=service.resources.cpus], memory: [=service.resources.memory]}
</#macro>
<#macro process process>
<#if process.entrypoint?has_content>
    entrypoint: [=process.entrypoint]
</#if>
<#if process.command?has_content>
    command: [=process.command]
</#if>
<#if process.user??>
    user: [=process.user]
</#if>
<#if process.init>
    init: true
</#if>
<#if process.readOnly>
    read_only: true
</#if>
<#if process.volumes?has_content>
    volumes:
<#list process.volumes as path>
    - {type: volume, target: [=path]}
</#list>
</#if>
</#macro>
<#macro healthCheck health>
    healthcheck:
      test: [=health.test]
      interval: [=health.interval]
      timeout: [=health.timeout]
      retries: [=health.retries]
      start_period: [=health.startPeriod]
</#macro>

<#-- One service of a Compose file. Parameters: service (ComposeService). -->
<#macro block service>
  [=service.name]:
    image: [=service.image]
<#if service.built>
    pull_policy: never
</#if>
    platform: [=service.platform]
<@process service=service/>
<#if service.environment?has_content>
    environment:
<#list service.environment as variable>
    - [=variable]
</#list>
</#if>
<#if service.networkMode??>
    network_mode: [=service.networkMode]
</#if>
<#if service.aliases?has_content>
    networks:
      default: {aliases: [=service.aliases]}
</#if>
<#if service.ports?has_content>
    ports: [=service.ports]
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
    stop_grace_period: [=service.stopGracePeriod]
    deploy:
      replicas: [=service.replicas]
      resources:
        limits: {cpus: [=service.cpus], memory: [=service.memory]}
</#macro>
<#macro process service>
<#if service.entrypoint?has_content>
    entrypoint: [=service.entrypoint]
</#if>
<#if service.command?has_content>
    command: [=service.command]
</#if>
<#if service.user??>
    user: [=service.user]
</#if>
<#if service.init>
    init: true
</#if>
<#if service.readOnly>
    read_only: true
</#if>
<#if service.volumes?has_content>
    volumes:
<#list service.volumes as path>
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

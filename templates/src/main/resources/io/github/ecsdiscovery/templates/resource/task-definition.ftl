<#-- The task definition of one service. Parameters: service (ServiceStack), tags (list of Tag). -->
<#import "/lib/head.ftl" as head>
<#import "/lib/tags.ftl" as tagList>
<#macro resource service tags>
<@head.resource id=service.ids.taskDefinition type="AWS::ECS::TaskDefinition"/>
    Properties:
      RequiresCompatibilities: [FARGATE]
      NetworkMode: awsvpc
      Cpu: [=service.task.cpu]
      Memory: [=service.task.memory]
<#if service.task.architecture??>
      RuntimePlatform: {CpuArchitecture: [=service.task.architecture], OperatingSystemFamily: LINUX}
</#if>
<#if service.task.ephemeralStorage??>
      EphemeralStorage: {SizeInGiB: [=service.task.ephemeralStorage]}
</#if>
      ExecutionRoleArn:
        Fn::GetAtt: [[=service.executionRoleId], Arn]
<#if service.taskRoleId??>
      TaskRoleArn:
        Fn::GetAtt: [[=service.taskRoleId], Arn]
</#if>
<#if service.task.volumes?has_content>
      Volumes:
<#list service.task.volumes as volume>
      - {Name: [=volume.name]}
</#list>
</#if>
      ContainerDefinitions:
      - Name: [=service.name]
<@container task=service.task logGroup=service.ids.logGroup/>
<@tagList.plain tags=tags/>
</#macro>
<#macro container task logGroup>
        Image: [=task.image]
        Essential: true
<#if task.containerMemory??>
        Memory: [=task.containerMemory]
</#if>
<#if task.entrypoint?has_content>
        EntryPoint: [=task.entrypoint]
</#if>
<#if task.command?has_content>
        Command: [=task.command]
</#if>
<#if task.user??>
        User: [=task.user]
</#if>
<#if task.readonlyRoot>
        ReadonlyRootFilesystem: true
</#if>
<#if task.volumes?has_content>
        MountPoints:
<#list task.volumes as volume>
        - {SourceVolume: [=volume.name], ContainerPath: [=volume.path]}
</#list>
</#if>
<#if task.ports?has_content>
        PortMappings:
<#list task.ports as port>
        - {ContainerPort: [=port.port], Protocol: [=port.protocol]}
</#list>
</#if>
        Environment:
<#list task.environment as variable>
        - {Name: [=variable.name], Value: [=variable.value]}
</#list>
<#if task.secrets?has_content>
        Secrets:
<#list task.secrets as secret>
        - {Name: [=secret.name], ValueFrom: [=secret.from]}
</#list>
</#if>
<#if task.health??>
<@healthCheck health=task.health/>
</#if>
<#if task.stopTimeout??>
        StopTimeout: [=task.stopTimeout]
</#if>
<#if task.exec>
        LinuxParameters: {InitProcessEnabled: true}
</#if>
        LogConfiguration:
          LogDriver: awslogs
          Options:
            awslogs-group: !Ref [=logGroup]
            awslogs-region: !Ref AWS::Region
            awslogs-stream-prefix: ecs
</#macro>
<#macro healthCheck health>
        HealthCheck:
          Command: [=health.command]
<#if health.interval??>
          Interval: [=health.interval]
</#if>
<#if health.timeout??>
          Timeout: [=health.timeout]
</#if>
<#if health.retries??>
          Retries: [=health.retries]
</#if>
<#if health.startPeriod??>
          StartPeriod: [=health.startPeriod]
</#if>
</#macro>

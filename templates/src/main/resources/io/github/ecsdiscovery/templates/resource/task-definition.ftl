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
<#list service.task.containers as one>
<@container container=one logGroup=service.ids.logGroup/>
</#list>
<@tagList.plain tags=tags/>
</#macro>
<#macro container container logGroup>
      - Name: [=container.name]
        Image: [=container.image]
        Essential: [=container.essential]
<#if container.cpu??>
        Cpu: [=container.cpu]
</#if>
<#if container.memory??>
        Memory: [=container.memory]
</#if>
<#if container.entrypoint?has_content>
        EntryPoint: [=container.entrypoint]
</#if>
<#if container.command?has_content>
        Command: [=container.command]
</#if>
<#if container.user??>
        User: [=container.user]
</#if>
<#if container.readonlyRoot>
        ReadonlyRootFilesystem: true
</#if>
<#if container.volumes?has_content>
        MountPoints:
<#list container.volumes as volume>
        - {SourceVolume: [=volume.name], ContainerPath: [=volume.path]}
</#list>
</#if>
<#if container.ports?has_content>
        PortMappings:
<#list container.ports as port>
<#if port.appProtocol??>
        - {Name: [=port.name], ContainerPort: [=port.port], Protocol: [=port.protocol], AppProtocol: [=port.appProtocol]}
<#elseif port.name??>
        - {Name: [=port.name], ContainerPort: [=port.port], Protocol: [=port.protocol]}
<#else>
        - {ContainerPort: [=port.port], Protocol: [=port.protocol]}
</#if>
</#list>
</#if>
<#if container.environment?has_content>
        Environment:
<#list container.environment as variable>
        - {Name: [=variable.name], Value: [=variable.value]}
</#list>
</#if>
<#if container.secrets?has_content>
        Secrets:
<#list container.secrets as secret>
        - {Name: [=secret.name], ValueFrom: [=secret.from]}
</#list>
</#if>
<#if container.health??>
<@healthCheck health=container.health/>
</#if>
<#if container.dependencies?has_content>
        DependsOn:
<#list container.dependencies as one>
        - {ContainerName: [=one.container], Condition: [=one.condition]}
</#list>
</#if>
<#if container.startTimeout??>
        StartTimeout: [=container.startTimeout]
</#if>
<#if container.stopTimeout??>
        StopTimeout: [=container.stopTimeout]
</#if>
<#if container.init>
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

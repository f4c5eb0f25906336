<#-- The task definition of a service. Parameters: service (ServiceResources), tags (list of Tag). -->
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
        Fn::GetAtt: [[=service.roles.executionId], Arn]
<#if service.roles.taskId??>
      TaskRoleArn:
        Fn::GetAtt: [[=service.roles.taskId], Arn]
</#if>
<#if service.task.volumes?has_content>
      Volumes:
<#list service.task.volumes as volume>
      - {Name: [=volume.name]}
</#list>
</#if>
      ContainerDefinitions:
<#list service.task.containers as item>
<@container container=item logGroup=service.ids.logGroup/>
</#list>
<@tagList.plain tags=tags/>
</#macro>
<#macro container container logGroup>
      - Name: [=container.name]
        Image: [=container.image]
        Essential: [=container.lifecycle.isEssential]
<#if container.limits.cpu??>
        Cpu: [=container.limits.cpu]
</#if>
<#if container.limits.memory??>
        Memory: [=container.limits.memory]
</#if>
<#if container.process.entrypoint?has_content>
        EntryPoint: [=container.process.entrypoint]
</#if>
<#if container.process.command?has_content>
        Command: [=container.process.command]
</#if>
<#if container.process.user??>
        User: [=container.process.user]
</#if>
<#if container.filesystem.isRootReadonly>
        ReadonlyRootFilesystem: true
</#if>
<#if container.filesystem.volumes?has_content>
        MountPoints:
<#list container.filesystem.volumes as volume>
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
<#if container.variables.environment?has_content>
        Environment:
<#list container.variables.environment as variable>
        - {Name: [=variable.name], Value: [=variable.value]}
</#list>
</#if>
<#if container.variables.secrets?has_content>
        Secrets:
<#list container.variables.secrets as secret>
        - {Name: [=secret.name], ValueFrom: [=secret.valueFrom]}
</#list>
</#if>
<#if container.lifecycle.healthCheck??>
<@healthCheck healthCheck=container.lifecycle.healthCheck/>
</#if>
<#if container.lifecycle.dependencies?has_content>
        DependsOn:
<#list container.lifecycle.dependencies as dependency>
        - {ContainerName: [=dependency.container], Condition: [=dependency.condition]}
</#list>
</#if>
<#if container.lifecycle.startTimeout??>
        StartTimeout: [=container.lifecycle.startTimeout]
</#if>
<#if container.lifecycle.stopTimeout??>
        StopTimeout: [=container.lifecycle.stopTimeout]
</#if>
<#if container.process.hasInit>
        LinuxParameters: {InitProcessEnabled: true}
</#if>
        LogConfiguration:
          LogDriver: awslogs
          Options:
            awslogs-group: !Ref [=logGroup]
            awslogs-region: !Ref AWS::Region
            awslogs-stream-prefix: ecs
</#macro>
<#macro healthCheck healthCheck>
        HealthCheck:
          Command: [=healthCheck.command]
<#if healthCheck.interval??>
          Interval: [=healthCheck.interval]
</#if>
<#if healthCheck.timeout??>
          Timeout: [=healthCheck.timeout]
</#if>
<#if healthCheck.retries??>
          Retries: [=healthCheck.retries]
</#if>
<#if healthCheck.startPeriod??>
          StartPeriod: [=healthCheck.startPeriod]
</#if>
</#macro>

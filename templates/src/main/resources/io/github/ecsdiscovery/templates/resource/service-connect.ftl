<#-- The ECS Service Connect configuration of a service. Parameters: serviceConnect (ServiceConnect), logGroup (logical id of the log group). -->
<#macro configuration serviceConnect logGroup>
      ServiceConnectConfiguration:
        Enabled: true
        Namespace: [=serviceConnect.namespace]
<#if serviceConnect.endpoints?has_content>
        Services:
<#list serviceConnect.endpoints as endpoint>
        - PortName: [=endpoint.portName]
          DiscoveryName: [=endpoint.discoveryName]
          ClientAliases:
          - {Port: [=endpoint.port], DnsName: [=endpoint.host]}
<#if endpoint.hasTimeout>
          Timeout:
<#if endpoint.requestTimeout??>
            PerRequestTimeoutSeconds: [=endpoint.requestTimeout]
</#if>
<#if endpoint.idleTimeout??>
            IdleTimeoutSeconds: [=endpoint.idleTimeout]
</#if>
</#if>
</#list>
</#if>
        LogConfiguration:
          LogDriver: awslogs
          Options:
            awslogs-group: !Ref [=logGroup]
            awslogs-region: !Ref AWS::Region
            awslogs-stream-prefix: service-connect
</#macro>

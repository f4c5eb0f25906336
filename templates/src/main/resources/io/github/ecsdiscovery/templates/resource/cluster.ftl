<#-- The ECS cluster. Parameters: insights (text), tags (list of Tag). -->
<#import "/lib/head.ftl" as head>
<#import "/lib/tags.ftl" as tagList>
<#macro resource insights tags>
<@head.resource id="Cluster" type="AWS::ECS::Cluster"/>
    Properties:
      ClusterName: !Ref AWS::StackName
      CapacityProviders: [FARGATE, FARGATE_SPOT]
      DefaultCapacityProviderStrategy:
      - {CapacityProvider: FARGATE, Weight: 1}
      ClusterSettings:
      - {Name: containerInsights, Value: [=insights]}
<@tagList.plain tags=tags/>
</#macro>

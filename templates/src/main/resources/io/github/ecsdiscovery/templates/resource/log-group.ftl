<#-- The log group of one service. Parameters: service (ServiceStack), retention (days), tags (list of Tag). -->
<#import "/lib/tags.ftl" as tagList>
<#macro resource service retention tags>
  [=service.ids.logGroup]:
    Type: AWS::Logs::LogGroup
    DeletionPolicy: Delete
    UpdateReplacePolicy: Delete
    Properties:
      LogGroupName: !Sub [="/ecs/${AWS::StackName}/[=service.name]"]
      RetentionInDays: [=retention]
<@tagList.plain tags=tags/>
</#macro>

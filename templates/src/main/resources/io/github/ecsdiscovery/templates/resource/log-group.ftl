<#-- The log group of one service. Parameters: service (ServiceStack), logs (LogSettings), tags (list of Tag). -->
<#import "/lib/tags.ftl" as tagList>
<#macro resource service logs tags>
  [=service.ids.logGroup]:
    Type: AWS::Logs::LogGroup
    DeletionPolicy: Delete
    UpdateReplacePolicy: Delete
    Properties:
      LogGroupName: !Sub [="/ecs/${AWS::StackName}/[=service.name]"]
      RetentionInDays: [=logs.retention]
<#if logs.key??>
      KmsKeyId:
        Fn::GetAtt: [[=logs.key.id], Arn]
</#if>
<@tagList.plain tags=tags/>
</#macro>

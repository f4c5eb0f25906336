<#-- The log group of one service. Parameters: service (ServiceResources), logs (LogSettings), tags (list of Tag). -->
<#import "/lib/head.ftl" as head>
<#import "/lib/tags.ftl" as tagList>
<#macro resource service logs tags>
<@head.resource id=service.ids.logGroup type="AWS::Logs::LogGroup"/>
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

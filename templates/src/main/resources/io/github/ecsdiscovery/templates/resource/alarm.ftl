<#-- An alarm that fails a deployment of one service. Parameters: alarm (DeploymentAlarms.Alarm), topics (list of Value), tags (list of Tag). -->
<#import "/lib/head.ftl" as head>
<#import "/lib/tags.ftl" as tagList>
<#macro resource alarm topics tags>
<@head.resource id=alarm.id type="AWS::CloudWatch::Alarm"/>
    Properties:
      AlarmDescription: [=alarm.description]
<#if topics?has_content>
      AlarmActions: [=topics]
</#if>
<#if alarm.total??>
      Metrics:
      - {Id: percent, Expression: '100 * FILL(some, 0) / all'}
<@part id="some" metric=alarm.metric/>
<@part id="all" metric=alarm.total/>
<#else>
      Namespace: [=alarm.metric.namespace]
      MetricName: [=alarm.metric.name]
      Dimensions:
<#list alarm.metric.dimensions as dimension>
      - {Name: [=dimension.name], Value: [=dimension.value]}
</#list>
      Statistic: [=alarm.metric.statistic]
      Period: 60
</#if>
      EvaluationPeriods: 3
      ComparisonOperator: GreaterThanOrEqualToThreshold
      Threshold: [=alarm.threshold]
      TreatMissingData: notBreaching
<@tagList.plain tags=tags/>
</#macro>
<#macro part id metric>
      - Id: [=id]
        ReturnData: false
        MetricStat:
          Metric:
            Namespace: [=metric.namespace]
            MetricName: [=metric.name]
            Dimensions:
<#list metric.dimensions as dimension>
            - {Name: [=dimension.name], Value: [=dimension.value]}
</#list>
          Stat: [=metric.statistic]
          Period: 60
</#macro>

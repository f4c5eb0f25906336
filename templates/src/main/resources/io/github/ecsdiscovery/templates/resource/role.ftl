<#-- A role that ECS tasks take, with its policies. Parameters: role (Role), tags (list of Tag). -->
<#import "/lib/comment.ftl" as comment>
<#import "/lib/head.ftl" as head>
<#import "/lib/tags.ftl" as tagList>
<#macro resource role tags>
  # [=comment.text(role.comment)]
<@head.resource id=role.id type="AWS::IAM::Role"/>
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
        - Effect: Allow
          Principal: {Service: ecs-tasks.amazonaws.com}
          Action: sts:AssumeRole
          Condition:
            StringEquals: {'aws:SourceAccount': !Ref AWS::AccountId}
            ArnLike: {'aws:SourceArn': !Sub 'arn:${AWS::Partition}:ecs:${AWS::Region}:${AWS::AccountId}:*'}
<#if role.boundary??>
      PermissionsBoundary: [=role.boundary]
</#if>
<#if role.managed?has_content>
      ManagedPolicyArns:
<#list role.managed as arn>
      - [=arn]
</#list>
</#if>
<#if role.statements?has_content>
      Policies:
      - PolicyName: [=role.policyName]
        PolicyDocument:
          Version: '2012-10-17'
          Statement:
<#list role.statements as item>
<@statement statement=item/>
</#list>
</#if>
<@tagList.plain tags=tags/>
</#macro>
<#macro statement statement>
          - Effect: [=statement.effect]
<#if statement.sid??>
            Sid: [=statement.sid]
</#if>
<#list statement.elements as element>
<#if element.isLong>
            [=element.key]:
<#list element.values as value>
            - [=value]
</#list>
<#else>
            [=element.key]: [=element.values]
</#if>
</#list>
<#if statement.conditions?has_content>
            Condition:
<#list statement.conditions as condition>
              [=condition.operator]:
<#list condition.tests as test>
                [=test.key]: [=test.values]
</#list>
</#list>
</#if>
</#macro>

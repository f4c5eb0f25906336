<#-- The flow log of the VPC, its log group and its role. Parameters: log (FlowLog), tags (list of Tag). -->
<#import "/lib/head.ftl" as head>
<#import "/lib/tags.ftl" as tagList>
<#macro resource log tags>
<@head.resource id="VpcFlowLogGroup" type="AWS::Logs::LogGroup"/>
    DeletionPolicy: Delete
    UpdateReplacePolicy: Delete
    Properties:
      LogGroupName: [=log.groupName]
      RetentionInDays: [=log.logs.retention]
<#if log.logs.key??>
      KmsKeyId:
        Fn::GetAtt: [[=log.logs.key.id], Arn]
</#if>
<@tagList.plain tags=tags/>

  # Lets EC2 write the flow log.
<@head.resource id="VpcFlowLogRole" type="AWS::IAM::Role"/>
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
        - Effect: Allow
          Principal: {Service: vpc-flow-logs.amazonaws.com}
          Action: sts:AssumeRole
          Condition:
            StringEquals: {'aws:SourceAccount': !Ref AWS::AccountId}
            ArnLike: {'aws:SourceArn': !Sub 'arn:${AWS::Partition}:ec2:${AWS::Region}:${AWS::AccountId}:vpc-flow-log/*'}
<#if log.boundary??>
      PermissionsBoundary: [=log.boundary]
</#if>
      Policies:
      - PolicyName: flow-log
        PolicyDocument:
          Version: '2012-10-17'
          Statement:
          - Effect: Allow
            Action: ['logs:CreateLogStream', 'logs:DescribeLogStreams', 'logs:PutLogEvents']
            Resource:
              Fn::GetAtt: [VpcFlowLogGroup, Arn]
<@tagList.plain tags=tags/>

<@head.resource id="VpcFlowLog" type="AWS::EC2::FlowLog"/>
    Properties:
      ResourceType: VPC
      ResourceId: !Ref Vpc
      TrafficType: ALL
      LogDestinationType: cloud-watch-logs
      LogGroupName: !Ref VpcFlowLogGroup
      DeliverLogsPermissionArn:
        Fn::GetAtt: [VpcFlowLogRole, Arn]
<@tagList.named tags=tags name=log.name/>
</#macro>

<#-- The KMS key of the log groups. Parameters: key (LogSettings.Key), tags (list of Tag). -->
<#import "/lib/head.ftl" as head>
<#import "/lib/tags.ftl" as tagList>
<#macro resource key tags>
  # CloudFormation keeps this key when you delete the stack or change `logs.encryption`, because only it decrypts its logs.
<@head.resource id=key.id type="AWS::KMS::Key"/>
    DeletionPolicy: RetainExceptOnCreate
    UpdateReplacePolicy: Retain
    Properties:
      Description: !Sub 'Logs of the stack ${AWS::StackName}'
      EnableKeyRotation: true
      KeyPolicy:
        Version: '2012-10-17'
        Statement:
        - Sid: AccountDecidesByItsPolicies
          Effect: Allow
          Principal: {AWS: !Sub 'arn:${AWS::Partition}:iam::${AWS::AccountId}:root'}
          Action: kms:*
          Resource: '*'
        - Sid: LogGroupsOfThisStack
          Effect: Allow
          Principal: {Service: !Sub 'logs.${AWS::Region}.${AWS::URLSuffix}'}
          Action: ['kms:Encrypt*', 'kms:Decrypt*', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:Describe*']
          Resource: '*'
          Condition:
            ArnLike:
              'kms:EncryptionContext:aws:logs:arn':
<#list key.groups as arn>
              - [=arn]
</#list>
        - Sid: GrantsByServicesOfAwsAlone
          Effect: Deny
          Principal: '*'
          Action: kms:CreateGrant
          Resource: '*'
          Condition:
            BoolIfExists: {'kms:GrantIsForAWSResource': 'false', 'aws:PrincipalIsAWSService': 'false'}
<@tagList.plain tags=tags/>
</#macro>

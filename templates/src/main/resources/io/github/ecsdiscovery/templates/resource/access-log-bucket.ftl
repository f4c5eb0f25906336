<#-- The S3 bucket of the load balancer's access logs, and its policy. Parameters: days (number), tags (list of Tag). -->
<#import "/lib/head.ftl" as head>
<#import "/lib/tags.ftl" as tagList>
<#macro resource days tags>
  # CloudFormation keeps this bucket when you delete the stack, because S3 does not delete a bucket that has objects.
<@head.resource id="AccessLogsBucket" type="AWS::S3::Bucket"/>
    DeletionPolicy: RetainExceptOnCreate
    UpdateReplacePolicy: Retain
    Properties:
      BucketEncryption:
        ServerSideEncryptionConfiguration:
        # Load balancers support no other encryption for access logs.
        - ServerSideEncryptionByDefault: {SSEAlgorithm: AES256}
      LifecycleConfiguration:
        Rules:
        - Id: expire
          Status: Enabled
          ExpirationInDays: [=days]
          NoncurrentVersionExpiration: {NoncurrentDays: 1}
          AbortIncompleteMultipartUpload: {DaysAfterInitiation: 1}
      OwnershipControls:
        Rules:
        - {ObjectOwnership: BucketOwnerEnforced}
      PublicAccessBlockConfiguration: {BlockPublicAcls: true, BlockPublicPolicy: true, IgnorePublicAcls: true, RestrictPublicBuckets: true}
      VersioningConfiguration: {Status: Enabled}
<@tagList.plain tags=tags/>

<@head.resource id="AccessLogsBucketPolicy" type="AWS::S3::BucketPolicy"/>
    Properties:
      Bucket: !Ref AccessLogsBucket
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
        - Sid: WriteAccessLogs
          Effect: Allow
          Principal: {Service: logdelivery.elasticloadbalancing.amazonaws.com}
          Action: s3:PutObject
          Resource: !Sub 'arn:${AWS::Partition}:s3:::${AccessLogsBucket}/AWSLogs/${AWS::AccountId}/*'
        - Sid: OnlyEncryptedConnections
          Effect: Deny
          Principal: '*'
          Action: s3:*
          Resource:
          - !Sub 'arn:${AWS::Partition}:s3:::${AccessLogsBucket}'
          - !Sub 'arn:${AWS::Partition}:s3:::${AccessLogsBucket}/*'
          Condition:
            Bool: {'aws:SecureTransport': 'false'}
</#macro>

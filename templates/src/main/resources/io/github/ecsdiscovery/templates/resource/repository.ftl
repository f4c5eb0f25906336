<#-- A repository of images, and the output that is its URI. Parameters: repository (Repository), tags (list of Tag). -->
<#import "/lib/head.ftl" as head>
<#import "/lib/tags.ftl" as tagList>
<#macro resource repository tags>
<#if repository.movable>
  # The config runs `latest`. An immutable tag can be pushed once, and this one has to move.
</#if>
<@head.resource id=repository.id type="AWS::ECR::Repository"/>
    DeletionPolicy: RetainExceptOnCreate
    UpdateReplacePolicy: Retain
    Properties:
      RepositoryName: [=repository.path]
<#if repository.movable>
      ImageTagMutability: MUTABLE
<#else>
      ImageTagMutability: IMMUTABLE
</#if>
      ImageScanningConfiguration: {ScanOnPush: true}
      EncryptionConfiguration: {EncryptionType: AES256}
      LifecyclePolicy:
        LifecyclePolicyText: |
          {"rules": [
            {"rulePriority": 1, "description": "what has lost its tag", "action": {"type": "expire"},
             "selection": {"tagStatus": "untagged", "countType": "sinceImagePushed", "countUnit": "days", "countNumber": [=repository.untaggedDays]}},
            {"rulePriority": 2, "description": "all but the last", "action": {"type": "expire"},
             "selection": {"tagStatus": "any", "countType": "imageCountMoreThan", "countNumber": [=repository.kept]}}
          ]}
<@tagList.plain tags=tags/>
</#macro>
<#macro uri repository>
  [=repository.uriId]:
    Value:
      Fn::GetAtt: [[=repository.id], RepositoryUri]
</#macro>

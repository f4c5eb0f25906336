<#-- An image repository and the output with its URI. Parameters: repository (Repository), tags (list of Tag). -->
<#import "/lib/head.ftl" as head>
<#import "/lib/tags.ftl" as tagList>
<#macro resource repository tags>
<#if repository.isMutable>
  # Tags are mutable because the config uses the tag `latest`. An immutable tag can be pushed only once.
</#if>
<@head.resource id=repository.id type="AWS::ECR::Repository"/>
    DeletionPolicy: RetainExceptOnCreate
    UpdateReplacePolicy: Retain
    Properties:
      RepositoryName: [=repository.path]
<#if repository.isMutable>
      ImageTagMutability: MUTABLE
<#else>
      ImageTagMutability: IMMUTABLE
</#if>
      ImageScanningConfiguration: {ScanOnPush: true}
      EncryptionConfiguration: {EncryptionType: AES256}
      LifecyclePolicy:
        LifecyclePolicyText: |
          {"rules": [
            {"rulePriority": 1, "description": "Untagged images", "action": {"type": "expire"},
             "selection": {"tagStatus": "untagged", "countType": "sinceImagePushed", "countUnit": "days", "countNumber": [=repository.untaggedDays]}},
            {"rulePriority": 2, "description": "All but the newest images", "action": {"type": "expire"},
             "selection": {"tagStatus": "any", "countType": "imageCountMoreThan", "countNumber": [=repository.keptImages]}}
          ]}
<@tagList.plain tags=tags/>
</#macro>
<#macro uri repository>
  [=repository.uriId]:
    Value:
      Fn::GetAtt: [[=repository.id], RepositoryUri]
</#macro>

<#-- The first lines of a resource: its id, its type and its metadata from `stack.metadata`. Parameters: id (text), type (text), metadata (ResourceMetadata). -->
<#import "/lib/context-metadata.ftl" as contextMetadata>
<#macro resource id type>
  [=id]:
    Type: [=type]
<#if stack.metadata.resources[id]??>
    Metadata:
<@items metadata=stack.metadata.resources[id]/>
</#if>
</#macro>
<#macro items metadata>
<#if metadata.context??>
<@contextMetadata.resource context=metadata.context/>
</#if>
<#if metadata.checkov?has_content>
      checkov:
        skip:
<#list metadata.checkov as suppression>
        - id: [=suppression.rule]
          comment: [=suppression.reason]
</#list>
</#if>
<#if metadata.cdkNag?has_content>
      cdk_nag:
        rules_to_suppress:
<#list metadata.cdkNag as suppression>
        - id: [=suppression.rule]
          reason: [=suppression.reason]
<#if suppression.part??>
          applies_to: [[=suppression.part]]
</#if>
</#list>
</#if>
</#macro>

<#-- How each resource begins: its id, its type, and what `stack.metadata` has about it. Parameters: id (text), type (text), metadata (ResourceMetadata). -->
<#import "/lib/context.ftl" as context>
<#macro resource id type>
  [=id]:
    Type: [=type]
<#if stack.metadata[id]??>
    Metadata:
<@items metadata=stack.metadata[id]/>
</#if>
</#macro>
<#macro items metadata>
<#if metadata.context??>
<@context.resource context=metadata.context/>
</#if>
<#if metadata.checkov?has_content>
      checkov:
        skip:
<#list metadata.checkov as one>
        - id: [=one.rule]
          comment: [=one.reason]
</#list>
</#if>
<#if metadata.cdkNag?has_content>
      cdk_nag:
        rules_to_suppress:
<#list metadata.cdkNag as one>
        - id: [=one.rule]
          reason: [=one.reason]
<#if one.part??>
          applies_to: [[=one.part]]
</#if>
</#list>
</#if>
</#macro>

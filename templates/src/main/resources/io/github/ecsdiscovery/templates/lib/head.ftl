<#-- How each resource begins: its id, its type, and what `stack.metadata` has about it. Parameters: id (text), type (text), metadata (ResourceMetadata). -->
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
      com.aws.cloudformation.Context:
        why: [=metadata.context.why]
<#if metadata.context.must?has_content>
        must:
<#list metadata.context.must as sentence>
        - [=sentence]
</#list>
</#if>
<#if metadata.context.mutability?has_content>
        mutability:
<#list metadata.context.mutability as property, level>
          [=property]: [=level]
</#list>
</#if>
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

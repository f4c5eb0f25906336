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
</#macro>

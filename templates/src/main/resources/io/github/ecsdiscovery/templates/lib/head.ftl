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
</#macro>

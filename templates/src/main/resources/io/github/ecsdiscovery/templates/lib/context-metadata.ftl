<#-- AWS's Context metadata of a template and of a resource. Parameters: context (StackContextMetadata or ContextMetadata). -->
<#macro template context>
Metadata:
  com.aws.cloudformation.Context:
    arch: [=context.arch]
    must:
<#list context.must as sentence>
    - [=sentence]
</#list>
</#macro>
<#macro resource context>
      com.aws.cloudformation.Context:
        why: [=context.why]
<#if context.must?has_content>
        must: [=context.must]
</#if>
<#if context.mutability?has_content>
        mutability:
<#list context.mutability as property, level>
          [=property]: [=level]
</#list>
</#if>
<#if context.deps?has_content>
        deps: [=context.deps]
</#if>
</#macro>

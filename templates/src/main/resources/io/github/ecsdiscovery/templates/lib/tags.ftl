<#-- The tags of a resource: those of the stack and, where EC2's console lists by it, the Name. Parameters: tags (list of Tag), name (Value). -->
<#macro named tags name>
      Tags:
      - {Key: Name, Value: [=name]}
<@items tags=tags/>
</#macro>
<#macro plain tags>
      Tags:
<@items tags=tags/>
</#macro>
<#macro items tags>
<#list tags as tag>
      - {Key: [=tag.key], Value: [=tag.value]}
</#list>
</#macro>

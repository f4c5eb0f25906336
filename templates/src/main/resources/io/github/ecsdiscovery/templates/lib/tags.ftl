<#-- The tags of a resource: the tags of the stack and, for resources that the EC2 console lists by name, a Name. Parameters: tags (list of Tag), name (Value). -->
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

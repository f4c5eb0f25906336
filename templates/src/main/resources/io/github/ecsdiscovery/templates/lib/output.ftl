<#-- An output. Parameters: output (StackOutput). -->
<#macro item output>
  [=output.id]:
    Value: [=output.value]
<#if output.export>
    Export: {Name: [=output.exportName]}
</#if>
</#macro>

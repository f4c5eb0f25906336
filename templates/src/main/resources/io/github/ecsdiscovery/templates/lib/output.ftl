<#-- One output. Parameters: output (Output). -->
<#macro item output>
  [=output.id]:
    Value: [=output.value]
<#if output.export>
    Export: {Name: [=output.exportName]}
</#if>
</#macro>

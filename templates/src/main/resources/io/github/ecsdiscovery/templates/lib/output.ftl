<#-- One output. Parameters: output (Output). -->
<#macro item output>
  [=output.id]:
<#if output.value??>
    Value: [=output.value]
<#else>
    Value:
      Fn::GetAtt: [[=output.attributeOf], [=output.attribute]]
</#if>
<#if output.export>
    Export: {Name: [=output.exportName]}
</#if>
</#macro>

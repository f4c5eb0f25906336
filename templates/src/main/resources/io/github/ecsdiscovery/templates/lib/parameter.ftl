<#-- The parameter for the image tag of a service. Parameters: parameter (TagParameter). -->
<#macro tag parameter>
  [=parameter.id]:
    Type: String
    Default: [=parameter.defaultTag]
    AllowedPattern: '[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}'
    Description: [=parameter.description]
</#macro>

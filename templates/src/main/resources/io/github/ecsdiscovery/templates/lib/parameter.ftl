<#-- The parameter that is the tag of a service's image. Parameters: parameter (Parameter). -->
<#macro tag parameter>
  [=parameter.id]:
    Type: String
    Default: [=parameter.initial]
    AllowedPattern: '[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}'
    Description: [="Tag of the image of [=parameter.service]"]
</#macro>

<#-- The load balancer's certificate. Parameters: certificate (Certificate), tags (list of Tag). -->
<#import "/lib/head.ftl" as head>
<#import "/lib/tags.ftl" as tagList>
<#macro resource certificate tags>
  # ACM issues it, and renews it, when it finds the records that CloudFormation puts into the zone.
<@head.resource id="Certificate" type="AWS::CertificateManager::Certificate"/>
    Properties:
      DomainName: [=certificate.domain]
<#if certificate.others?has_content>
      SubjectAlternativeNames: [=certificate.others]
</#if>
      ValidationMethod: DNS
      DomainValidationOptions:
<#list certificate.names as name>
      - {DomainName: [=name], HostedZoneId: [=certificate.hostedZone]}
</#list>
<@tagList.plain tags=tags/>
</#macro>

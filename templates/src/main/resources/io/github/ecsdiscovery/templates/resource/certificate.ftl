<#-- The load balancer's certificate. Parameters: certificate (Certificate), tags (list of Tag). -->
<#import "/lib/head.ftl" as head>
<#import "/lib/tags.ftl" as tagList>
<#macro resource certificate tags>
  # ACM issues and renews the certificate when it finds the validation records that CloudFormation adds to the hosted zone.
<@head.resource id="Certificate" type="AWS::CertificateManager::Certificate"/>
    Properties:
      DomainName: [=certificate.domain]
<#if certificate.alternativeNames?has_content>
      SubjectAlternativeNames: [=certificate.alternativeNames]
</#if>
      ValidationMethod: DNS
      DomainValidationOptions:
<#list certificate.names as name>
      - {DomainName: [=name], HostedZoneId: [=certificate.hostedZone]}
</#list>
<@tagList.plain tags=tags/>
</#macro>

<#-- A DNS record that points a host to the load balancer. Parameters: record (AliasRecord). -->
<#import "/lib/head.ftl" as head>
<#macro resource record>
<@head.resource id=record.id type="AWS::Route53::RecordSet"/>
    Properties:
      HostedZoneId: [=record.hostedZone]
      Name: [=record.host]
      Type: A
      AliasTarget:
        DNSName:
          Fn::GetAtt: [LoadBalancer, DNSName]
        HostedZoneId:
          Fn::GetAtt: [LoadBalancer, CanonicalHostedZoneID]
</#macro>

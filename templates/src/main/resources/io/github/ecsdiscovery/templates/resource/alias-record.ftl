<#-- A name that leads to the load balancer. Parameters: record (AliasRecord). -->
<#macro resource record>
  [=record.id]:
    Type: AWS::Route53::RecordSet
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

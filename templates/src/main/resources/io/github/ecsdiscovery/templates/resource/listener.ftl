<#-- The listeners of the load balancer, which have no tags but its own. Parameters: balancer (Balancer). -->
<#import "/lib/head.ftl" as head>
<#macro resource balancer>
<#if balancer.certificateArn??>
<@head.resource id="HttpsListener" type="AWS::ElasticLoadBalancingV2::Listener"/>
    Properties:
      LoadBalancerArn: !Ref LoadBalancer
      Port: 443
      Protocol: HTTPS
      # TLS 1.2 and 1.3.
      SslPolicy: ELBSecurityPolicy-TLS13-1-2-2021-06
      Certificates:
      - {CertificateArn: [=balancer.certificateArn]}
<@nothing/>
<#if balancer.port80>

<@head.resource id="HttpListener" type="AWS::ElasticLoadBalancingV2::Listener"/>
    Properties:
      LoadBalancerArn: !Ref LoadBalancer
      Port: 80
      Protocol: HTTP
      DefaultActions:
      - Type: redirect
        RedirectConfig: {Protocol: HTTPS, Port: '443', StatusCode: HTTP_301}
</#if>
<#else>
<@head.resource id="HttpListener" type="AWS::ElasticLoadBalancingV2::Listener"/>
    Properties:
      LoadBalancerArn: !Ref LoadBalancer
      Port: 80
      Protocol: HTTP
<@nothing/>
</#if>
</#macro>
<#macro nothing>
      # For what no service's rule takes, so that no service ever changes it.
      DefaultActions:
      - Type: fixed-response
        FixedResponseConfig: {StatusCode: '404', ContentType: text/plain, MessageBody: Not found}
</#macro>

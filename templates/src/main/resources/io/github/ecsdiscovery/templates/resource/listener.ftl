<#-- The listeners of the load balancer. Parameters: listeners (Listeners), tags (list of Tag). -->
<#import "/lib/head.ftl" as head>
<#import "/lib/tags.ftl" as tagList>
<#macro resource listeners tags>
<#if listeners.certificateArn??>
<@head.resource id="HttpsListener" type="AWS::ElasticLoadBalancingV2::Listener"/>
    Properties:
      LoadBalancerArn: !Ref LoadBalancer
      Port: 443
      Protocol: HTTPS
      # TLS 1.2 and 1.3.
      SslPolicy: ELBSecurityPolicy-TLS13-1-2-2021-06
      Certificates:
      - {CertificateArn: [=listeners.certificateArn]}
<@defaultAction/>
<@tagList.plain tags=tags/>
<#if listeners.http>

<@head.resource id="HttpListener" type="AWS::ElasticLoadBalancingV2::Listener"/>
    Properties:
      LoadBalancerArn: !Ref LoadBalancer
      Port: 80
      Protocol: HTTP
      DefaultActions:
      - Type: redirect
        RedirectConfig: {Protocol: HTTPS, Port: '443', StatusCode: HTTP_301}
<@tagList.plain tags=tags/>
</#if>
<#else>
<@head.resource id="HttpListener" type="AWS::ElasticLoadBalancingV2::Listener"/>
    Properties:
      LoadBalancerArn: !Ref LoadBalancer
      Port: 80
      Protocol: HTTP
<@defaultAction/>
<@tagList.plain tags=tags/>
</#if>
</#macro>
<#macro defaultAction>
      # The response to requests that match no rule. Each service adds its own rule, so no service changes this action.
      DefaultActions:
      - Type: fixed-response
        FixedResponseConfig: {StatusCode: '404', ContentType: text/plain, MessageBody: Not found}
</#macro>

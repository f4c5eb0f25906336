package io.github.ecsdiscovery.generator.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.ecsdiscovery.generator.proof.check.Tristate;
import io.github.ecsdiscovery.generator.proof.reach.ExternalEgress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The proof understands templates that the generator does not render: other functions, policies and routes. */
final class HandWrittenTemplateTest {
    private static final Path FOLDER = Path.of("src", "test", "resources", "proof", "template");

    @Test
    void findsFactsBehindANatGatewayAndALoadBalancer() throws IOException {
        assertThat(ObservedFacts.of(read("private")))
                .containsExactlyInAnyOrder(
                        "Balancer is open to 0.0.0.0/0 at tcp 443: YES",
                        "Balancer lets in tcp 443 from 0.0.0.0/0",
                        "Balancer lets out tcp 443 to 203.0.113.0/24",
                        "Balancer lets out tcp 8080 to shop",
                        "Balancer reaches shop at tcp 8080",
                        "shop serves Balancer at tcp 443 for /shop /shop/*: YES",
                        "shop lets in tcp 8080 from BalancerGroup",
                        "shop lets out tcp all ports to 0.0.0.0/0",
                        "shop listens on tcp 8080",
                        "shop logs through Nat",
                        "shop logs: YES",
                        "shop pulls from docker.io",
                        "shop pulls through Nat",
                        "shop pulls: YES",
                        "shop reaches Balancer at tcp 443",
                        "shop resolves: YES",
                        "shop logs to ${ShopLogs}",
                        "shop runs in PrivateSubnet",
                        "shop runs shop",
                        "shop starts: YES");
        ServiceProof shop = Proof.of(read("private")).services().get(0);
        assertThat(shop.startup().pulls().viaText()).isEqualTo("Nat");
        assertThat(shop.external().egress())
                .extracting(ExternalEgress::reachable, ExternalEgress::via)
                .containsExactly(tuple(Tristate.YES, "Nat"));
    }

    @Test
    void findsFactsBehindEndpoints() throws IOException {
        assertThat(ObservedFacts.of(read("endpoints")))
                .containsExactlyInAnyOrder(
                        "job lets out tcp 443 to 0.0.0.0/0",
                        "job logs through Logs",
                        "job logs: YES",
                        "job pulls from ECR",
                        "job pulls through EcrApi, EcrDkr and S3",
                        "job pulls: YES",
                        "job resolves: YES",
                        "job logs to ${JobLogs}",
                        "job runs in Subnet",
                        "job runs job",
                        "job starts: YES");
        ServiceProof job = Proof.of(read("endpoints")).services().get(0);
        assertThat(job.startup().pulls().viaText()).isEqualTo("EcrApi, EcrDkr and S3");
        assertThat(job.startup().logs().viaText()).isEqualTo("Logs");
        assertThat(job.external().egress())
                .extracting(ExternalEgress::reachable)
                .containsExactly(Tristate.NO);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "NatGatewayId: !Ref Nat | NatGatewayId: nat-0a1b2c3d | reason: PrivateRoute sends 0.0.0.0/0 to a target that is not part of this template",
                "SubnetId: !Ref PublicSubnet, AllocationId | SubnetId: !Ref PrivateSubnet, AllocationId | reason: Nat is in the subnet that it serves, so its traffic is routed back to itself",
                ", AllocationId: !GetAtt Address.AllocationId | `` | reason: no public address, which an internet gateway requires",
                "AllocationId: !GetAtt Address.AllocationId | ConnectivityType: private | reason: Nat is a private NAT gateway, which has no way to the internet",
                "SubnetId: !Ref PublicSubnet, AllocationId: !GetAtt Address.AllocationId | AvailabilityMode: regional, VpcId: vpc-0a1b2c3d | reason: Nat is not in Vpc",
                "PublicRoute, PublicAssociation, ShopRule | ShopRule | reason: Shop does not wait for PublicAssociation",
                ", ShopRule, ToShop | `` | reason: Shop does not wait for ToShop",
                "Properties: {SecurityGroups: [!GetAtt BalancerGroup.GroupId] | Properties: {Scheme: internal, SecurityGroups: [!GetAtt BalancerGroup.GroupId] | Balancer is open to 0.0.0.0/0 at tcp 443: NO",
                "FromPort: 443, ToPort: 443, CidrIp: 0.0.0.0/0 | FromPort: 80, ToPort: 80, CidrIp: 0.0.0.0/0 | shop serves Balancer at tcp 443 for /shop /shop/*: NO",
                "TargetType: ip | TargetType: instance | shop serves Balancer at tcp 443 for /shop /shop/*: NO",
                "forward, TargetGroupArn: !Ref ShopTargets | forward, TargetGroupArn: !Ref Other | shop serves no load balancer at all ports for all requests: NO",
                "LoadBalancerArn: !Ref Balancer | LoadBalancerArn: !Ref Other | shop serves no load balancer at all ports for all requests: NO",
                "ContainerName: shop, ContainerPort: 8080 | ContainerName: shop, ContainerPort: 80 | shop serves Balancer at tcp 443 for /shop /shop/*: NO",
                "GroupId: !Ref ShopGroup | GroupId: !Ref BalancerGroup | shop serves Balancer at tcp 443 for /shop /shop/*: NO",
                "Roles: [!Ref Role] | Roles: [!Ref Other] | reason: Role does not allow logs:CreateLogStream, logs:PutLogEvents",
                "logs:Put?ogEvents | logs:Put?Events | reason: Role does not allow logs:PutLogEvents",
                ", RolePolicy] | ] | reason: Shop does not wait for RolePolicy",
                "'acme/${What} | 'ghcr.io/acme/${What} | shop pulls from ghcr.io",
            })
    void detectsMutationsBehindANatGatewayAndALoadBalancer(String text, String replacement, String difference)
            throws IOException {
        assertThat(changed("private", text, replacement)).contains(difference);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "CidrBlock: 10.0.0.0/16, EnableDnsSupport: true, EnableDnsHostnames: true | CidrBlock: 10.0.0.0/16 | reason: Vpc has EnableDnsHostnames off, so it does not resolve names of private zones",
                "RouteTableIds: [!Ref Table] | RouteTableIds: [rtb-0a1b2c3d] | reason: Table has no route to 0.0.0.0/0",
                "Region}.s3 | Region}.ec2 | job pulls: NO",
                "PrivateDnsEnabled: true | PrivateDnsEnabled: false | job pulls: NO",
                "ToPort: 443, CidrIp: 10.0.0.0/16}\\n      SecurityGroupEgress | ToPort: 443, CidrIp: 10.0.0.0/20}\\n      SecurityGroupEgress | reason: no rule of EndpointGroup lets tcp 443 in from job",
                "ToPort: 443, CidrIp: 0.0.0.0/0 | ToPort: 443, CidrIp: 10.0.0.0/16 | reason: no rule of JobGroup lets tcp 443 out to the internet",
                "ToPort: 443, CidrIp: 0.0.0.0/0 | ToPort: 443, DestinationPrefixListId: pl-0a1b2c3d | job pulls: UNKNOWN",
                "DependsOn: [S3, EcrApi | DependsOn: [S3 | reason: Job does not wait for EcrApi",
                "Image: !Sub '${AWS::AccountId}.dkr.ecr.${AWS::Region}.${AWS::URLSuffix}/job:1' | Image: public.ecr.aws/docker/library/redis:7 | reason: Table has no route to 0.0.0.0/0",
            })
    void detectsMutationsBehindEndpoints(String text, String replacement, String difference) throws IOException {
        assertThat(changed("endpoints", text, replacement)).contains(difference);
    }

    private static List<String> changed(String name, String text, String other) throws IOException {
        String template = read(name);
        String from = text.replace("\\n", "\n");
        String changed = template.replace(from, other.replace("\\n", "\n"));
        assertThat(changed).isNotEqualTo(template);
        return MutatedTemplate.factsAndReasons(changed);
    }

    private static String read(String name) throws IOException {
        return Files.readString(FOLDER.resolve(name + ".yaml"));
    }
}

package io.github.ecsdiscovery.generator.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TemplateTest {
    private static final String TEMPLATE = """
            Parameters:
              Tag: {Type: String, Default: '1.4'}
              Zone: {Type: String}
            Resources:
              Vpc:
                Type: AWS::EC2::VPC
                Properties: {CidrBlock: 10.0.0.0/16}
              Subnet:
                Type: AWS::EC2::Subnet
                Properties: {VpcId: !Ref Vpc, AvailabilityZone: !Ref Zone}
              Service:
                Type: AWS::ECS::Service
                DependsOn: Subnet
                Properties:
                  Value: %s
            Outputs:
              VpcId: {Value: !Ref Vpc, Export: {Name: !Sub '${AWS::StackName}-VpcId'}}
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "plain | plain",
                "!Ref Vpc | ${Vpc}",
                "!Ref Tag | 1.4",
                "!Ref Zone | ${Zone}",
                "!GetAtt Vpc.Arn | ${Vpc.Arn}",
                "{'Fn::GetAtt': [Vpc, Arn]} | ${Vpc.Arn}",
                "!Sub '${Vpc}-${Tag}-${!Tag}-${AWS::Region}' | ${Vpc}-1.4-${Tag}-${AWS::Region}",
                "!Sub ['${Own}/${Tag}', {Own: !Ref Vpc}] | ${Vpc}/1.4",
                "!Join ['.', [com, !Ref AWS::Region, s3]] | com.${AWS::Region}.s3",
                "!ImportValue shop-VpcId | ${shop-VpcId}",
                "!FindInMap [A, b, c] | ${Fn::FindInMap }",
                "[a, b] | ``",
                "{a: b} | ``",
            })
    void evaluatesFunctionsAsFarAsTheTemplateAllows(String value, String text) {
        Template template = Template.read(TEMPLATE.formatted(value));

        assertThat(template.text(service(template).at("Value"))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "!Ref Vpc | Vpc",
                "!GetAtt Vpc.VpcId | Vpc",
                "!Sub '${Vpc.VpcId}' | Vpc",
                "!GetAtt Vpc.Arn | ${Vpc.Arn}",
                "!Ref Unknown | ${Unknown}",
                "vpc-0a1b2c3d | vpc-0a1b2c3d",
            })
    void identifiesResourcesByTheGivenAttributes(String value, String id) {
        Template template = Template.read(TEMPLATE.formatted(value));

        assertThat(template.id(service(template).at("Value"), "Ref", "VpcId")).isEqualTo(id);
    }

    @Test
    void findsResourcesByTypeAndId() {
        Template template = Template.read(TEMPLATE.formatted("x"));

        assertThat(template.resources()).extracting(TemplateResource::id).containsExactly("Vpc", "Subnet", "Service");
        assertThat(template.resources("AWS::EC2::VPC"))
                .extracting(TemplateResource::line)
                .containsExactly(5);
        assertThat(template.resource("Vpc", "AWS::EC2::VPC")).isPresent();
        assertThat(template.resource("Vpc", "AWS::EC2::Subnet")).isEmpty();
        assertThat(template.declares("Zone")).isTrue();
        assertThat(template.declares("VpcId")).isFalse();
        assertThat(template.text(template.output("VpcId"))).isEqualTo("${Vpc}");
    }

    @Test
    void createdBeforeIncludesIndirectDependencies() {
        Template template = Template.read(TEMPLATE.formatted("x"));

        assertThat(template.createdBefore("Service")).containsExactlyInAnyOrder("Subnet", "Vpc", "Zone");
        assertThat(template.createdBefore("Vpc")).isEmpty();
    }

    @Test
    void missingValuesHaveTheLineOfTheirParent() {
        TemplateNode missing =
                service(Template.read(TEMPLATE.formatted("{a: b}"))).at("Value", "Names", "First");

        assertThat(missing).isEqualTo(new TemplateNode.Missing(15));
        assertThat(missing.isPresent()).isFalse();
        assertThat(missing.items()).isEmpty();
        assertThat(missing.entries()).isEmpty();
    }

    @Test
    void singleValueCountsAsAListOfOne() {
        Template template = Template.read(TEMPLATE.formatted("!Ref Vpc"));

        assertThat(template.ids(service(template).at("Value"), "Ref")).containsExactly("Vpc");
        assertThat(template.texts(service(template).at("Value"))).containsExactly("${Vpc}");
    }

    @Test
    void jsonIsReadLikeYaml() {
        Template template = Template.read("""
                {"Resources": {
                  "Vpc": {"Type": "AWS::EC2::VPC"},
                  "Subnet": {"Type": "AWS::EC2::Subnet", "Properties": {"VpcId": {"Ref": "Vpc"}}}}}
                """);

        assertThat(template.createdBefore("Subnet")).containsExactly("Vpc");
    }

    @Test
    void linksImportsToTheExportsOfOtherStacks() {
        String importing = """
                Resources:
                  Group:
                    Type: AWS::EC2::SecurityGroup
                    Properties: {VpcId: !ImportValue shop-VpcId, GroupName: !Sub '${AWS::StackName}-group'}
                """;

        Template template = Template.readLinked(Map.of("shop", TEMPLATE.formatted("x"), "reviews", importing));

        TemplateResource group =
                template.resource("reviews/Group", "AWS::EC2::SecurityGroup").orElseThrow();
        assertThat(template.id(group.at("VpcId"), "Ref")).isEqualTo("shop/Vpc");
        assertThat(template.text(group.at("GroupName"))).isEqualTo("reviews-group");
        assertThat(template.createdBefore("reviews/Group")).contains("shop/Vpc", "shop/Service");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | line 1: the template is empty",
                "a: 1\\na: 2 | line 2: duplicate key `a`",
                "? [a]\\n: b | line 1: a key must be text",
                "a: &x 1\\nb: *x | line 2: anchors, aliases and second documents are not supported",
                "a: [1 | line 1: expected ',' or ']'",
            })
    void reportsWhyATextIsNotATemplate(String text, String message) {
        assertThatThrownBy(() -> Template.read(text.replace("\\n", "\n")))
                .isInstanceOf(UnreadableTemplate.class)
                .hasMessageStartingWith(message);
    }

    private static TemplateResource service(Template template) {
        return template.resource("Service", "AWS::ECS::Service").orElseThrow();
    }
}

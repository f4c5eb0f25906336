package io.github.ecsdiscovery.generator.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ecsdiscovery.generator.stack.value.PseudoParameterText;
import io.github.ecsdiscovery.generator.stack.value.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import tools.jackson.databind.json.JsonMapper;

class CompactJsonTest {

    @Test
    void writesTheSameTemplateWithoutWhiteSpace() {
        String yaml = """
                # A comment is lost.
                AWSTemplateFormatVersion: '2010-09-09'
                Resources:
                  Vpc:
                    Properties:
                      CidrBlock: '10.0.0.0/16'
                      EnableDnsSupport: true
                      Ttl: 10
                      Share: 0.5
                      Account: '012345678901'
                      Zone: !Select [0, !GetAZs '']
                      Tags:
                        - Key: Name
                          Value: !Sub ['${X}', {X: !Ref AWS::StackName}]
                        - Value: !Join ['$', ['', '{Vpc}']]
                      Roles: []
                      Nothing: {}
                      Id: !ImportValue shop-VpcId
                """;
        assertThat(CompactJson.of(yaml))
                .isEqualTo("{\"AWSTemplateFormatVersion\":\"2010-09-09\",\"Resources\":{\"Vpc\":{\"Properties\":{"
                        + "\"CidrBlock\":\"10.0.0.0/16\",\"EnableDnsSupport\":true,\"Ttl\":10,\"Share\":0.5,"
                        + "\"Account\":\"012345678901\",\"Zone\":{\"Fn::Select\":[0,{\"Fn::GetAZs\":\"\"}]},"
                        + "\"Tags\":[{\"Key\":\"Name\",\"Value\":{\"Fn::Sub\":[\"${X}\",{\"X\":{\"Ref\":\"AWS::StackName\"}}]}},"
                        + "{\"Value\":{\"Fn::Join\":[\"$\",[\"\",\"{Vpc}\"]]}}],\"Roles\":[],\"Nothing\":{},"
                        + "\"Id\":{\"Fn::ImportValue\":\"shop-VpcId\"}}}}}\n");
    }

    @Test
    void hasTheSameTreeAsTheYaml() {
        List<String> texts = new HostileStrings(7).stream(5_000).toList();
        List<Value> values = texts.stream().map(PseudoParameterText::of).toList();
        String template = """
                Resources:
                <#list texts as text>
                  - [=text]: [=text]
                    [=text + "x"]: [[=text], true, 8080, -1, 0.5]
                </#list>
                Values:
                <#list values as value>
                  - [=value]
                </#list>
                """;
        String yaml = Templates.print(template, Map.of("texts", texts, "values", values));

        Object tree = new JsonMapper().readValue(CompactJson.of(yaml), Object.class);

        assertThat(tree).isEqualTo(new Yaml(new LongFunctions()).load(yaml));
    }

    @Test
    void rejectsYamlThatTheRendererNeverPrints() {
        assertThatThrownBy(() -> CompactJson.of("a: !GetAtt b\n")).isInstanceOf(BrokenRendering.class);
        assertThatThrownBy(() -> CompactJson.of("a: yes\n")).isInstanceOf(BrokenRendering.class);
    }

    /** A constructor for SnakeYAML, a YAML 1.1 parser, with CloudFormation's tags. */
    private static final class LongFunctions extends SafeConstructor {
        LongFunctions() {
            super(limits());
            function("!Ref", "Ref");
            function("!Sub", "Fn::Sub");
            function("!Join", "Fn::Join");
        }

        private static LoaderOptions limits() {
            var options = new LoaderOptions();
            options.setCodePointLimit(Integer.MAX_VALUE);
            return options;
        }

        private void function(String tag, String name) {
            yamlConstructors.put(new Tag(tag), new AbstractConstruct() {
                @Override
                public Object construct(Node node) {
                    return Map.of(
                            name,
                            node instanceof ScalarNode scalar
                                    ? constructScalar(scalar)
                                    : constructSequence((SequenceNode) node));
                }
            });
        }
    }
}

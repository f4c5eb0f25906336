package io.github.ecsdiscovery.generator.render;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlCheckTest {

    @Test
    void acceptsAValidTemplate() {
        String valid = """
                # A comment.
                AWSTemplateFormatVersion: '2010-09-09'
                Description: A shop, with its network
                Resources:
                  Vpc:
                    Type: AWS::EC2::VPC
                    Properties:
                      CidrBlock: 10.0.0.0/16
                      EnableDnsSupport: true
                      Port: 8080
                      Share: 0.5
                      Zone: !Select [0, !GetAZs '']
                      Tags:
                        - Key: Name
                          Value: !Sub ['${X}-a', {X: !Ref AWS::StackName}]
                        - {Key: !ImportValue shop-VpcId, Value: !Join ['$', ['', '{Vpc}']]}
                      Roles: []
                """;
        assertThatCode(() -> YamlCheck.check(valid)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a: 1\\nb: 2\\na: 3             | line 3 | duplicate key `a`",
                "x:\\n  a: 1\\n  'a': 3         | line 3 | duplicate key `a`",
                "x: {a: 1, a: 2}                | line 1 | duplicate key `a`",
                "a: &x b                        | line 1 | unexpected anchor",
                "a: &x {b: c}                   | line 1 | unexpected anchor",
                "a: &x [b]                      | line 1 | unexpected anchor",
                "a: *x                          | line 1 | unexpected alias",
                "a: b\\n---\\nc: d              | line 2 | expected StreamEnd",
                "[a, b]                         | line 1 | expected MappingStart",
                "just text                      | line 1 | expected MappingStart",
                "a: !GetAtt Vpc.Id              | line 1 | unexpected tag !GetAtt",
                "a: !!str b                     | line 1 | unexpected tag tag:yaml.org,2002:str",
                "a: ! b                         | line 1 | unexpected tag !",
                "a: !Ref [Vpc]                  | line 1 | unexpected tag !Ref",
                "a: !Join x                     | line 1 | unexpected tag !Join",
                "a: !Sub {x: y}                 | line 1 | unexpected tag !Sub",
                "a: !Ref 1                      | line 1 | not a text",
                "1: a                           | line 1 | not a text",
                "[a]: b                         | line 1 | not a text",
                "? {a: b}\\n: c                 | line 1 | not a text",
                "!Ref a: b                      | line 1 | not a text",
                "a: 'x'1024                     | line 1 | expected <block end>",
                "a: 'x                          | line 2 | quoted scalar",
                "a: [b                          | line 2 | expected ','",
                "a:\\n\\tb: c                   | line 2 | cannot start any token"
            })
    void reportsTheLineOfAnError(String yaml, String line, String message) {
        String text = yaml.replace("\\n", "\n").replace("\\t", "\t") + "\n";
        assertThatThrownBy(() -> YamlCheck.check(text))
                .isInstanceOf(BrokenRendering.class)
                .hasMessageStartingWith(line + " of the rendered text, `")
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "~",
                "null",
                "Null",
                "yes",
                "No",
                "on",
                "OFF",
                "y",
                "N",
                "True",
                "FALSE",
                "0777",
                "08",
                "0o17",
                "0x1F",
                "0b1",
                "1_000",
                "1e3",
                "1.",
                ".5",
                "+1",
                "12:30:45",
                "2012-10-17",
                "2001-12-14t21:59:43.10-05:00",
                ".inf",
                "-.Inf",
                ".NaN",
                "<<",
                "=",
                "012345678901",
                "1.2.3"
            })
    void rejectsPlainScalarsThatParsersReadDifferently(String scalar) {
        assertThatThrownBy(() -> YamlCheck.check("a: " + scalar + "\n")).isInstanceOf(BrokenRendering.class);
        assertThatThrownBy(() -> YamlCheck.check("a:\n  - " + scalar + "\n")).isInstanceOf(BrokenRendering.class);
        assertThatCode(() -> YamlCheck.check("a: '" + scalar + "'\n")).doesNotThrowAnyException();
    }
}

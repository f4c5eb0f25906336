package io.github.ecsdiscovery.templates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateConventionsTest {
    private static final Path FOLDER = Path.of("src/main/resources/io/github/ecsdiscovery/templates");
    private static final String FIRST_LINE = "<#-- A thing. Parameters: x (Thing). -->\n";

    static List<Path> templates() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(Files::isRegularFile)
                    .map(FOLDER::relativize)
                    .sorted()
                    .toList();
        }
    }

    @Test
    void findsTemplates() throws IOException {
        assertThat(templates()).contains(Path.of("template.yaml.ftl"), Path.of("resource", "vpc.ftl"));
    }

    @ParameterizedTest
    @MethodSource("templates")
    void followsTheConventions(Path template) throws IOException {
        String path = template.toString().replace('\\', '/');
        assertThat(path).matches("(?:[a-z-]+/)?[a-z0-9-]+(?:\\.yaml)?\\.ftl");
        assertThat(TemplateLint.violations(path, Files.readString(FOLDER.resolve(template))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "  [=x.id]:\n    Value: [=x.y]",
                "      - [=x]",
                "  a: [[=x], [=y], !Ref [=z]]",
                "  a: {b: [=x], c: [=y]}",
                "  a: !Sub [=\"${AWS::StackName}-[=x.name]-[=x.port?c]\"]",
                "  a: !Sub '${AWS::StackName}'",
                "  # The reason for [=x].",
                "<#if x?? && !y.z && y != 1>\n  a: b\n<#elseif x.list?has_content>\n  c: d\n<#else>\n  e: f\n</#if>",
                "<#list x.map as key, value>\n  [=key]: [=value]\n</#list>",
                "<@thing.resource x=x.y names=[\"a-b\", 'c!']/>",
                "<#-- A note\nof two lines. -->\n  a: b"
            })
    void acceptsPlainTemplates(String body) {
        assertThat(TemplateLint.violations("resource/thing.ftl", FIRST_LINE + body + "\n"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`  a: '[=x]'`                     | only part of a scalar",
                "`  a: \"[=x]\"`                   | only part of a scalar",
                "`  a: [=x]-suffix`                | only part of a scalar",
                "`  a: prefix-[=x]`                | only part of a scalar",
                "`  a: [=x] [=y]`                  | only part of a scalar",
                "`  [=x]Id: b`                     | only part of a scalar",
                "`  a: [=x]:b`                     | only part of a scalar",
                "`  # '[=x]'`                      | only part of a scalar",
                "`  a: [=x?no_esc]`                | the built-in ?no_esc",
                "`  a: [=x?upper_case]`            | the built-in ?upper_case",
                "`  a: [=\"a-[=x?trim]\"]`         | the built-in ?trim",
                "`<#if x?size gt 1>`               | the built-in ?size",
                "`  a: [=x?c]`                     | ?c outside a string",
                "`  a: [=x!y]`                     | a default value",
                "`  a: [=x!]`                      | a default value",
                "`  a: [=(x.y)!\"z\"]`             | a default value",
                "`<#if x!false>`                   | a default value",
                "`  a: [=x + 1]`                   | arithmetic",
                "`  a: [=x.y * 2]`                 | arithmetic",
                "`<#if x-1 == y>`                  | arithmetic",
                "`<@thing x=\"a\" + y/>`           | arithmetic",
                "`    Type: AWS::EC2::VPC`         | a resource type, which `lib/head.ftl` must print",
                "`  a: [=stack.name]`              | the variable `stack`",
                "`<@thing x=stack/>`               | the variable `stack`",
                "`<#assign y = x>`                 | the directive <#assign>",
                "`<#local y = x>`                  | the directive <#local>",
                "`<#noparse>`                      | the directive <#noparse>",
                "`<#t>`                            | the directive <#t>",
                "`<#noautoesc>`                    | the directive <#noautoesc>",
                "`<#function f x>`                 | the directive <#function>",
                "`  <#if x>`                       | not alone on its line",
                "`<#if x>a: b</#if>`               | not alone on its line",
                "`  a: <@thing/>`                  | not alone on its line",
                "`  a: b <#-- why -->`             | not alone on its line",
                "`  a:\tb`                         | a tab",
                "`  a: b\r`                        | a carriage return",
                "`  a: b `                         | white space at the end",
            })
    void reportsTheLineOfAViolation(String body, String violation) {
        List<String> violations = TemplateLint.violations("resource/thing.ftl", FIRST_LINE + "\n" + body + "\n");
        assertThat(violations)
                .singleElement()
                .asString()
                .startsWith("resource/thing.ftl:3: ")
                .contains(violation);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: b\n",
                "<#-- A thing. -->\na: b\n",
                "\n<#-- A thing. Parameters: x (Thing). -->\na: b\n",
                FIRST_LINE + "a: b",
                FIRST_LINE + "a: b\n\n",
                ""
            })
    void requiresACommentFirstAndOneLineBreakLast(String text) {
        assertThat(TemplateLint.violations("resource/thing.ftl", text)).isNotEmpty();
    }

    @Test
    void allowsEscapingOnlyInTheLibrary() {
        String text = FIRST_LINE + "<#function f x><#return x?then(\"a\", \"b\")?no_esc></#function>\n";
        assertThat(TemplateLint.violations("lib/thing.ftl", text)).isEmpty();
        assertThat(TemplateLint.violations("resource/thing.ftl", text)).isNotEmpty();
        assertThat(TemplateLint.violations("lib/thing.ftl", FIRST_LINE + "  a: [=x?interpret]\n"))
                .isNotEmpty();
    }
}

package io.github.ecsdiscovery.generator.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ecsdiscovery.generator.stack.value.Value;
import io.github.ecsdiscovery.generator.stack.value.Value.ImportValue;
import io.github.ecsdiscovery.generator.stack.value.Value.Join;
import io.github.ecsdiscovery.generator.stack.value.Value.Literal;
import io.github.ecsdiscovery.generator.stack.value.Value.Ref;
import io.github.ecsdiscovery.generator.stack.value.Value.Sub;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StackObjectWrapperTest {
    enum Architecture {
        ARM64
    }

    record Row(
            String name,
            int port,
            boolean exec,
            Architecture architecture,
            @Nullable String user,
            List<Value> values,
            Map<String, String> variables) {
        String hidden() {
            return "hidden";
        }

        public String title() {
            return "The " + name;
        }
    }

    private static final Row ROW = new Row("orders", 80, true, Architecture.ARM64, null, List.of(), Map.of());

    static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of(new Literal("no"), "'no'"),
                Arguments.of(new Ref("Vpc"), "!Ref Vpc"),
                Arguments.of(new Ref("AWS::Region"), "!Ref AWS::Region"),
                Arguments.of(new Sub("${AWS::StackName}-x"), "!Sub '${AWS::StackName}-x'"),
                Arguments.of(new Sub("a\n${AWS::Region}"), "!Sub \"a\\n${AWS::Region}\""),
                Arguments.of(new ImportValue("shop-VpcId"), "!ImportValue shop-VpcId"),
                Arguments.of(
                        new Join("$", List.of(new Literal(""), new Sub("{a} ${AWS::Region}"))),
                        "!Join ['$', ['', !Sub '{a} ${AWS::Region}']]"));
    }

    @ParameterizedTest
    @MethodSource("values")
    void printsEachKindOfValue(Value value, String yaml) {
        assertThat(Templates.print("[=value]", Map.of("value", value))).isEqualTo(yaml);
    }

    @ParameterizedTest
    @MethodSource("values")
    void printsValuesInAFlowSequence(Value value) {
        String yaml = Templates.print("a: [[=value], [=value]]\nb:\n  - [=value]\n", Map.of("value", value));
        YamlCheck.check(yaml);
    }

    @Test
    void exposesPublicMethodsOfARecord() {
        String template = "[=row.name] [=row.port] [=row.exec] [=row.architecture] [=row.title]";
        assertThat(Templates.print(template, Map.of("row", ROW))).isEqualTo("orders 80 true ARM64 'The orders'");
    }

    @Test
    void treatsNullAsMissing() {
        assertThat(Templates.print("<#if row.user??>[=row.user]<#else>none</#if>", Map.of("row", ROW)))
                .isEqualTo("none");
    }

    @Test
    void rejectsPrintingNull() {
        assertThatThrownBy(() -> Templates.print("[=row.user]", Map.of("row", ROW)))
                .isInstanceOf(BrokenRendering.class)
                .hasMessageContaining("row.user");
    }

    @Test
    void rejectsAnUnknownPropertyEvenInAnExistenceTest() {
        assertThatThrownBy(() -> Templates.print("<#if row.usr??>x</#if>", Map.of("row", ROW)))
                .isInstanceOf(BrokenRendering.class)
                .hasMessageContaining("Row.usr() does not exist");
    }

    @Test
    void rejectsMethodsThatAreNotPublic() {
        assertThatThrownBy(() -> Templates.print("[=row.hidden]", Map.of("row", ROW)))
                .isInstanceOf(BrokenRendering.class)
                .hasMessageContaining("Row.hidden() is not public");
    }

    @Test
    void rejectsUnsupportedTypes() {
        assertThatThrownBy(() -> Templates.print("[=x]", Map.of("x", Optional.of("y"))))
                .isInstanceOf(BrokenRendering.class)
                .hasMessageContaining("java.util.Optional");
    }

    @Test
    void keepsTheOrderOfMaps() {
        var map = new LinkedHashMap<String, Integer>();
        Stream.of("z", "b", "x", "a").forEach(key -> map.put(key, map.size()));
        assertThat(Templates.print("<#list map as key, value>[=key][=value]</#list>", Map.of("map", map)))
                .isEqualTo("z0b1x2a3");
    }
}

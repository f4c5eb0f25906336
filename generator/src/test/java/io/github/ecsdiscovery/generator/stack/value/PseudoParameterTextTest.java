package io.github.ecsdiscovery.generator.stack.value;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsdiscovery.generator.render.HostileStrings;
import io.github.ecsdiscovery.generator.stack.value.Value.Join;
import io.github.ecsdiscovery.generator.stack.value.Value.Literal;
import io.github.ecsdiscovery.generator.stack.value.Value.Ref;
import io.github.ecsdiscovery.generator.stack.value.Value.Sub;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PseudoParameterTextTest {
    /** Values that would change the result if they were resolved twice. */
    private static final Map<String, String> PSEUDO_PARAMETERS = Map.of(
            "AWS::AccountId", "123456789012",
            "AWS::Partition", "aws",
            "AWS::Region", "${AWS::StackName}",
            "AWS::StackId", "arn:aws:cloudformation:x:1:stack/shop/1",
            "AWS::StackName", "$shop{",
            "AWS::URLSuffix", "amazonaws.com");

    private static final List<String> PIECES = List.of(
            "$",
            "{",
            "}",
            "!",
            "${",
            "${!",
            "$$",
            "{}",
            " ",
            "a",
            "HOME",
            "${HOME}",
            "${Vpc}",
            "${!x}",
            "${}",
            "${!}",
            "${ x }",
            "${a-b}",
            "${Vpc.Id}",
            "${AWS::NoValue}",
            "AWS::Region",
            "${AWS::Region}",
            "${AWS::Region}",
            "${AWS::AccountId}",
            "${AWS::StackName}",
            "${AWS::Region",
            "${AWS::Regio}",
            "${aws::region}",
            "${ AWS::Region}",
            "${!AWS::Region}",
            "\n",
            "'",
            "\"");

    static Stream<Arguments> forms() {
        return Stream.of(
                Arguments.of("", new Literal("")),
                Arguments.of("orders", new Literal("orders")),
                Arguments.of("$ { } $x", new Literal("$ { } $x")),
                Arguments.of("${HOME}/${JAVA_OPTS} ${spring.url}", new Literal("${HOME}/${JAVA_OPTS} ${spring.url}")),
                Arguments.of("${A:-b} ${ x", new Literal("${A:-b} ${ x")),
                Arguments.of("${AWS::Region}", new Ref("AWS::Region")),
                Arguments.of("x-${AWS::Region}", new Sub("x-${AWS::Region}")),
                Arguments.of("${AWS::AccountId}${AWS::Region}", new Sub("${AWS::AccountId}${AWS::Region}")),
                Arguments.of("$${AWS::Region}", new Sub("$${AWS::Region}")),
                Arguments.of("${HOME} ${AWS::Region}", new Sub("${!HOME} ${AWS::Region}")),
                Arguments.of("${ ${AWS::Region}", join(new Literal(""), new Sub("{ ${AWS::Region}"))),
                Arguments.of("${!x} ${AWS::Region}", join(new Literal(""), new Sub("{!x} ${AWS::Region}"))),
                Arguments.of("${${AWS::Region}}", join(new Literal(""), new Sub("{${AWS::Region}}"))),
                Arguments.of("${AWS::Region}${", join(new Ref("AWS::Region"), new Literal("{"))),
                Arguments.of("${Vpc}", join(new Literal(""), new Literal("{Vpc}"))),
                Arguments.of("${OrdersService.Name} $", join(new Literal(""), new Literal("{OrdersService.Name} $"))),
                Arguments.of("${AWS::NoValue}", join(new Literal(""), new Literal("{AWS::NoValue}"))));
    }

    private static Join join(Value... pieces) {
        return new Join("$", List.of(pieces));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void choosesTheSimplestForm(String text, Value value) {
        assertThat(PseudoParameterText.of(text)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"${AWS::Region}", "a ${AWS::StackName} b ${HOME}"})
    void keepsPseudoParametersOfLiteralTextUnresolved(String text) {
        assertThat(PseudoParameterText.literally(text)).isInstanceOf(Join.class);
        assertThat(SubReaders.strict(PseudoParameterText.literally(text), PSEUDO_PARAMETERS))
                .isEqualTo(text);
    }

    @Test
    void joinsUserInputAndReferences() {
        Value image = new PseudoParameterText()
                .user("${AWS::AccountId}/orders")
                .literal(":")
                .ref("OrdersTag")
                .value();
        assertThat(image).isEqualTo(new Sub("${AWS::AccountId}/orders:${OrdersTag}"));
    }

    @Test
    void escapesABraceThatTwoTextsForm() {
        Value value =
                new PseudoParameterText().user("$").literal("{x}").ref("Vpc").value();
        assertThat(value).isEqualTo(new Sub("${!x}${Vpc}"));
    }

    @Test
    void everyTextResolvesToItselfWithPseudoParametersReplaced() {
        var random = new Random(20261124);
        Stream<String> mixtures = Stream.generate(() -> random.ints(1 + random.nextInt(7), 0, PIECES.size())
                        .mapToObj(PIECES::get)
                        .collect(Collectors.joining()))
                .limit(100_000);
        Stream.concat(mixtures, new HostileStrings(1).stream(20_000)).forEach(text -> {
            Value value = PseudoParameterText.of(text);
            String expected = replaced(text);
            assertThat(SubReaders.strict(value, PSEUDO_PARAMETERS)).as(text).isEqualTo(expected);
            assertThat(SubReaders.lenient(value, PSEUDO_PARAMETERS)).as(text).isEqualTo(expected);
            assertThat(SubReaders.strict(PseudoParameterText.literally(text), Map.of()))
                    .isEqualTo(text);
        });
    }

    private static String replaced(String text) {
        return Pattern.compile("\\$\\{(AWS::\\w+)}")
                .matcher(text)
                .replaceAll(match -> java.util.regex.Matcher.quoteReplacement(
                        PSEUDO_PARAMETERS.getOrDefault(match.group(1), match.group())));
    }
}

package io.github.ecsdiscovery.generator.config.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsdiscovery.generator.config.ParsedConfig;
import io.github.ecsdiscovery.generator.config.layer.Merge;
import io.github.ecsdiscovery.generator.diagnostic.SourceLocation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class YamlTreeReaderTest {
    private static final String SHOP = "name: shop\nservices: {}\n";
    private static final String SHARED = " -> move shared keys to `defaults`";

    private static Node.Mapping tree(String yaml) {
        Node tree = YamlTreeReader.read(new SourceText("config.yaml", yaml), problem -> {
            throw new AssertionError(problem);
        });
        return (Node.Mapping) java.util.Objects.requireNonNull(tree);
    }

    private static Node.Entry entry(String yaml, String key) {
        return java.util.Objects.requireNonNull(tree(yaml).entries().get(key));
    }

    /** snakeyaml-engine 3.0.1 reads blocks of characters and fails on a surrogate pair across the end of a block. */
    @Test
    void readsSurrogatePairsAtAnyOffset() {
        for (int length = 1_000; length < 1_050; length++) {
            String value = "x".repeat(length) + "😀".repeat(2);

            assertThat(entry("name: " + value + "\n", "name").value())
                    .isInstanceOfSatisfying(
                            Node.Scalar.class,
                            scalar -> assertThat(scalar.text()).isEqualTo(value));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.10                | 1.10",
                "yes                 | yes",
                "NO                  | NO",
                "010                 | 010",
                "0x1F                | 0x1F",
                "1:30                | 1:30",
                "1_000               | 1_000",
                "+5                  | +5",
                "1e3                 | 1e3",
                ".inf                | .inf",
                "2026-11-24          | 2026-11-24",
                "nULL                | nULL",
                "\"null\"            | null",
                "${AWS::Region}      | ${AWS::Region}",
                "a#b                 | a#b",
                "a # b               | a",
                "日本語 🍣            | 日本語 🍣",
                "\"\\u65E5\\U0001F363\" | 日🍣",
            })
    void readsScalarsAsWritten(String written, String text) {
        assertThat(entry("a: " + written + "\n", "a").value())
                .isInstanceOfSatisfying(
                        Node.Scalar.class, scalar -> assertThat(scalar.text()).isEqualTo(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "Null", "NULL", "~", "# a comment"})
    void readsEmptyValues(String written) {
        assertThat(entry("a: " + written + "\n", "a").value()).isInstanceOf(Node.Empty.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'a'", "\"a\"", "|\n  a", ">\n  a"})
    void recordsWhetherScalarsAreQuoted(String written) {
        assertThat(entry("b: " + written + "\n", "b").value())
                .isInstanceOfSatisfying(
                        Node.Scalar.class, scalar -> assertThat(scalar.plain()).isFalse());
        assertThat(entry("'🍣': a\nb: a\n", "b").value())
                .isInstanceOfSatisfying(
                        Node.Scalar.class, scalar -> assertThat(scalar.plain()).isTrue());
    }

    @Test
    void locatesKeysAndValuesInCodePoints() {
        String yaml = "'🍣': 日本語\r\nb: {c: \"d e\", f: [1,\r\n  22]}\r\n";

        assertThat(entry(yaml, "🍣").key()).isEqualTo(new SourceLocation("config.yaml", 1, 1, 3));
        assertThat(entry(yaml, "🍣").value().location()).isEqualTo(new SourceLocation("config.yaml", 1, 6, 3));
        Node.Mapping b = Merge.at(tree(yaml), "b");
        assertThat(b.location()).isEqualTo(new SourceLocation("config.yaml", 2, 4, 1));
        assertThat(b.entries().get("c"))
                .isEqualTo(new Node.Entry(
                        new SourceLocation("config.yaml", 2, 5, 1),
                        new Node.Scalar("d e", false, new SourceLocation("config.yaml", 2, 8, 5))));
        assertThat(b.entries().get("f"))
                .extracting(Node.Entry::value)
                .isInstanceOfSatisfying(Node.Sequence.class, list -> {
                    assertThat(list.location()).isEqualTo(new SourceLocation("config.yaml", 2, 18, 1));
                    assertThat(list.items())
                            .extracting(Node::location)
                            .containsExactly(
                                    new SourceLocation("config.yaml", 2, 19, 1),
                                    new SourceLocation("config.yaml", 3, 3, 2));
                });
    }

    @Test
    void marksMultiLineValuesToTheEndOfTheFirstLine() {
        assertThat(entry("a: \"b\n  c\"\n", "a").value().location())
                .isEqualTo(new SourceLocation("config.yaml", 1, 4, 2));
        assertThat(entry("a: |\n  b\n", "a").value().location()).isEqualTo(new SourceLocation("config.yaml", 1, 4, 1));
    }

    @Test
    void reportsEveryDuplicateKey() {
        assertThat(ParsedConfig.of(SHOP + "tags: {a: b, a: c, 'a': d}\nname: x\n")
                        .described())
                .containsExactly(
                        "3:14+1 duplicate-key: duplicate key `a` -> the first one is on line 3; remove one of them",
                        "3:20+3 duplicate-key: duplicate key `a` -> the first one is on line 3; remove one of them",
                        "4:1+4 duplicate-key: duplicate key `name` -> the first one is on line 1; remove one of them");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tags: &x {a: b}    | 3:7+1 yaml-anchor: YAML anchors are not supported",
                "tag: &x a          | 3:6+4 yaml-anchor: YAML anchors are not supported",
                "tag: &x            | 3:6+2 yaml-anchor: YAML anchors are not supported",
                "&x tag: a          | 3:1+6 yaml-anchor: YAML anchors are not supported",
                "tag: *x            | 3:6+2 yaml-anchor: YAML aliases are not supported",
                "*x : a             | 3:1+2 yaml-anchor: YAML aliases are not supported",
                "tags: {<<: {a: b}} | 3:8+2 yaml-anchor: the YAML merge key `<<` is not supported",
            })
    void rejectsAnchorsAliasesAndMergeKeys(String line, String problem) {
        assertThat(ParsedConfig.of(SHOP + line + "\n").described())
                .filteredOn(text -> text.contains("yaml-anchor"))
                .containsExactly(problem + SHARED);
    }

    @Test
    void reportsAnchorsOnceAndOtherProblems() {
        ParsedConfig read = ParsedConfig.of("""
                name: shop
                x-base: &base {cpu: 512}
                services:
                  a: {<<: *base, memory: 1}
                  b: *base
                """);

        assertThat(read.marked()).containsExactly("2:1+6 unknown-key", "2:9+1 yaml-anchor", "4:26+1 out-of-range");
        assertThat(read.result().config().orElseThrow().services()).containsOnlyKeys("a");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tag: !!str a             | 3:6+7 | !!str",
                "tag: !Sub a              | 3:6+6 | !Sub",
                "tag: ! a                 | 3:6+3 | !",
                "tag: !<tag:a.b,2026:c> d | 3:6+19 | tag:a.b,2026:c",
                "tags: !x {a: b}          | 3:7+1 | !x",
                "!x tag: a                | 3:1+6 | !x",
            })
    void rejectsTags(String line, String marked, String tag) {
        assertThat(ParsedConfig.of(SHOP + line + "\n").described())
                .containsExactly(marked + " yaml-type-tag: the YAML tag `" + tag
                        + "` is not supported -> remove it; values are used as written, and `${AWS::Region}` works"
                        + " without `!Sub`");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\x00", "\\e", "\\u0085\\x7F", "\\ud83c", "\\udf63\\ud83c", "\\uFFFE", "\\ufeff"})
    void rejectsEscapedControlCharacters(String escape) {
        String message = "this text contains an escaped control character or an unpaired surrogate -> remove it";
        int length = escape.length() + 2;

        assertThat(ParsedConfig.of(SHOP + "tag: \"" + escape + "\"\n").described())
                .containsExactly("3:6+" + length + " control-character: " + message);
        assertThat(ParsedConfig.of(SHOP + "tags: {\"" + escape + "\": a}\n").described())
                .containsExactly("3:8+" + length + " control-character: " + message);
    }

    @Test
    void readsOnlyOneDocument() {
        assertThat(ParsedConfig.of("---\n" + SHOP + "...\n# the end\n").described())
                .isEmpty();
        assertThat(ParsedConfig.of("%YAML 1.1\n---\n" + SHOP).described()).isEmpty();
        assertThat(ParsedConfig.of(SHOP + "tga: x\n---\nname: b\n").described())
                .containsExactly(
                        "3:1+3 unknown-key: unknown key `tga` -> did you mean `tag`?",
                        "5:1+1 several-documents: a second YAML document starts here -> a config is one YAML document;"
                                + " remove the `---`");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "# nothing\n", "---\n", "null\n", "~", "\uFEFF", "--- # nothing\n..."})
    void rejectsEmptyConfig(String yaml) {
        assertThat(ParsedConfig.of(yaml).described())
                .containsExactly(
                        "1:1+1 empty-config: the config is empty -> run `ecs-discovery init` for a config to start from");
    }

    @Test
    void expectsMapAtTheTop() {
        String hint = " -> start with `name: shop` and `services:`";

        assertThat(ParsedConfig.of("- a\n").described())
                .containsExactly("1:1+1 wrong-type: the config is a list; expected a map" + hint);
        assertThat(ParsedConfig.of("\nshop\n").described())
                .containsExactly("2:1+4 wrong-type: the config is the text `shop`; expected a map" + hint);
        assertThat(ParsedConfig.of("''\n").described())
                .containsExactly("1:1+2 wrong-type: the config is an empty text; expected a map" + hint);
    }
}

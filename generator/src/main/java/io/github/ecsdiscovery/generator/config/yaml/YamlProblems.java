package io.github.ecsdiscovery.generator.config.yaml;

import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import java.util.List;

/** The kinds of problems that make a config unreadable as YAML. */
public final class YamlProblems {
    public static final ProblemKind FILE_TOO_LARGE =
            ProblemKind.error("file-too-large", "The config is larger than 4 MiB, or has more than 250,000 values.");

    public static final ProblemKind NOT_UTF8 = ProblemKind.error("not-utf8", "The config has bytes that are no UTF-8.");

    public static final ProblemKind CONTROL_CHARACTER = ProblemKind.error(
            "control-character", "The config has a character that YAML does not allow, plain or escaped, such as NUL.");

    public static final ProblemKind YAML_SYNTAX =
            ProblemKind.error("yaml-syntax", "The config cannot be read as YAML from this place on.");

    public static final ProblemKind YAML_TAB =
            ProblemKind.error("yaml-tab", "YAML does not allow tabs for indentation.");

    public static final ProblemKind SEVERAL_DOCUMENTS =
            ProblemKind.error("several-documents", "The config has more than one YAML document.");

    public static final ProblemKind TOO_DEEP =
            ProblemKind.error("too-deep", "Lists and maps are nested more than 32 deep.");

    public static final ProblemKind DUPLICATE_KEY = ProblemKind.error(
            "duplicate-key", "A key stands twice in one map; YAML parsers disagree about which one counts.");

    public static final ProblemKind YAML_ANCHOR = ProblemKind.error(
            "yaml-anchor",
            "Anchors, aliases and merge keys are not read; what services share stands under `defaults`.");

    public static final ProblemKind YAML_TYPE_TAG = ProblemKind.error(
            "yaml-type-tag",
            "YAML tags such as `!!str` or `!Sub` are not read; every value is taken as it is written.");

    public static final ProblemKind TOO_MANY_PROBLEMS = ProblemKind.error(
            "too-many-problems", "A thousand things are wrong; what comes after them was not looked at.");

    /** All kinds, in the order of the reference. */
    public static final List<ProblemKind> ALL = List.of(
            FILE_TOO_LARGE,
            NOT_UTF8,
            CONTROL_CHARACTER,
            YAML_SYNTAX,
            YAML_TAB,
            SEVERAL_DOCUMENTS,
            TOO_DEEP,
            DUPLICATE_KEY,
            YAML_ANCHOR,
            YAML_TYPE_TAG,
            TOO_MANY_PROBLEMS);

    private YamlProblems() {}
}

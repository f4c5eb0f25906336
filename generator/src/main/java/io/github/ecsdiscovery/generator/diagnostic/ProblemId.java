package io.github.ecsdiscovery.generator.diagnostic;

import static io.github.ecsdiscovery.generator.diagnostic.Severity.ERROR;
import static io.github.ecsdiscovery.generator.diagnostic.Severity.WARNING;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Every kind of problem that is told, with its severity and what it means. */
public enum ProblemId {
    // what cannot be read
    FILE_TOO_LARGE(ERROR, "The config is larger than 4 MiB."),
    NOT_UTF8(ERROR, "The config has bytes that are no UTF-8."),
    CONTROL_CHARACTER(ERROR, "The config has a character that YAML does not allow, plain or escaped, such as NUL."),
    EMPTY_CONFIG(ERROR, "The config says nothing."),
    YAML_SYNTAX(ERROR, "The config cannot be read as YAML from this place on."),
    YAML_TAB(ERROR, "YAML does not allow tabs for indentation."),
    SEVERAL_DOCUMENTS(ERROR, "The config has more than one YAML document."),
    TOO_DEEP(ERROR, "Lists and maps are nested more than 32 deep."),
    DUPLICATE_KEY(ERROR, "A key stands twice in one map; YAML parsers disagree about which one counts."),
    YAML_ANCHOR(ERROR, "Anchors, aliases and merge keys are not read; what services share stands under `defaults`."),
    YAML_TYPE_TAG(ERROR, "YAML tags such as `!!str` or `!Sub` are not read; every value is taken as it is written."),
    // what has the wrong shape
    UNKNOWN_KEY(ERROR, "No key of this name exists here."),
    MISSING_KEY(ERROR, "A key that is needed is not there."),
    WRONG_TYPE(ERROR, "A text, number, list or map stands where something else is due."),
    UNKNOWN_VALUE(ERROR, "The value is none of the words that are allowed here."),
    OUT_OF_RANGE(ERROR, "The number is too small, too large or none of those allowed."),
    MALFORMED(ERROR, "The text has not the form that this key needs."),
    TOO_MANY(ERROR, "A list or map has more entries than AWS takes."),
    // overlays
    UNKNOWN_SERVICE(ERROR, "`--set` names a service that the config does not have; it never makes one."),
    ENVIRONMENT_ADDS_SERVICE(WARNING, "An environment has a service that the config itself does not have."),
    PORT_AND_PORTS(ERROR, "`port` and `ports` are the same thing; only one of them may stand at one level."),
    ;

    private final Severity severity;
    private final String meaning;

    ProblemId(Severity severity, String meaning) {
        this.severity = severity;
        this.meaning = meaning;
    }

    /** The problem of this id, if there is one. */
    public static Optional<ProblemId> of(String id) {
        return Arrays.stream(values()).filter(one -> one.toString().equals(id)).findFirst();
    }

    public Severity severity() {
        return severity;
    }

    /** One sentence or two for the reference. */
    public String meaning() {
        return meaning;
    }

    /** As it is printed and accepted: {@code unknown-callee}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

package io.github.ecsdiscovery.generator.config.check;

import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import java.util.List;

/** The kinds of problems in the structure of a config: keys, values and layers. */
public final class StructureProblems {
    public static final ProblemKind EMPTY_CONFIG = ProblemKind.error("empty-config", "The config says nothing.");

    public static final ProblemKind UNKNOWN_KEY = ProblemKind.error("unknown-key", "No key of this name exists here.");

    public static final ProblemKind MISSING_KEY =
            ProblemKind.error("missing-key", "A key that is needed is not there.");

    public static final ProblemKind WRONG_TYPE =
            ProblemKind.error("wrong-type", "A text, number, list or map stands where something else is due.");

    public static final ProblemKind UNKNOWN_VALUE =
            ProblemKind.error("unknown-value", "The value is none of the words that are allowed here.");

    public static final ProblemKind OUT_OF_RANGE =
            ProblemKind.error("out-of-range", "The number is too small, too large or none of those allowed.");

    public static final ProblemKind MALFORMED =
            ProblemKind.error("malformed", "The text has not the form that this key needs.");

    public static final ProblemKind TOO_MANY = ProblemKind.error(
            "too-many", "A list or map has more entries than AWS takes, or than this program looks at.");

    public static final ProblemKind UNKNOWN_SERVICE = ProblemKind.error(
            "unknown-service", "`--set` names a service that the config does not have; it never makes one.");

    public static final ProblemKind ENVIRONMENT_ADDS_SERVICE = ProblemKind.warning(
            "environment-adds-service", "An environment has a service that the config itself does not have.");

    public static final ProblemKind PORT_AND_PORTS = ProblemKind.error(
            "port-and-ports", "`port` and `ports` are the same thing; only one of them may stand at one level.");

    /** All kinds, in the order of the reference. */
    public static final List<ProblemKind> ALL = List.of(
            EMPTY_CONFIG,
            UNKNOWN_KEY,
            MISSING_KEY,
            WRONG_TYPE,
            UNKNOWN_VALUE,
            OUT_OF_RANGE,
            MALFORMED,
            TOO_MANY,
            UNKNOWN_SERVICE,
            ENVIRONMENT_ADDS_SERVICE,
            PORT_AND_PORTS);

    private StructureProblems() {}
}

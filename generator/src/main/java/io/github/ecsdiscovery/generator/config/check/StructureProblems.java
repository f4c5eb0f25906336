package io.github.ecsdiscovery.generator.config.check;

import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import java.util.List;

/** The kinds of problems in the structure of a config: keys, values and layers. */
public final class StructureProblems {
    public static final ProblemKind EMPTY_CONFIG = ProblemKind.error("empty-config", "The config is empty.");

    public static final ProblemKind UNKNOWN_KEY =
            ProblemKind.error("unknown-key", "A map contains a key that the config language does not have there.");

    public static final ProblemKind MISSING_KEY =
            ProblemKind.error("missing-key", "A required key is missing or empty.");

    public static final ProblemKind WRONG_TYPE = ProblemKind.error(
            "wrong-type",
            "A value has the wrong type: a text, number, boolean, list or map instead of another of these.");

    public static final ProblemKind UNKNOWN_VALUE =
            ProblemKind.error("unknown-value", "The value is not one of the allowed values.");

    public static final ProblemKind OUT_OF_RANGE = ProblemKind.error(
            "out-of-range", "The number is outside the allowed range or not one of the allowed numbers.");

    public static final ProblemKind MALFORMED =
            ProblemKind.error("malformed", "The text does not match the format of its key.");

    public static final ProblemKind TOO_MANY =
            ProblemKind.error("too-many", "A list or map has more entries than AWS or this generator supports.");

    public static final ProblemKind UNKNOWN_SERVICE = ProblemKind.error(
            "unknown-service", "`--set` names a service that the config does not have; `--set` cannot add services.");

    public static final ProblemKind ENVIRONMENT_ADDS_SERVICE = ProblemKind.warning(
            "environment-adds-service", "An environment has a service that the config itself does not have.");

    public static final ProblemKind PORT_AND_PORTS = ProblemKind.error(
            "port-and-ports",
            "`port` and `ports` are alternatives; a service, a peer or `defaults` can have only one of them.");

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

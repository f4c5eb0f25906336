package io.github.ecsdiscovery.generator.model.network;

import io.github.ecsdiscovery.generator.model.schema.Form;
import io.github.ecsdiscovery.generator.model.schema.Format;
import java.util.List;

/**
 * The VPC endpoints, through which tasks reach AWS services without the internet. The value is a scope or a list of AWS
 * services, in which {@code all} means every endpoint that the config needs.
 *
 * <pre>
 * endpoints: all
 * endpoints: [all, secretsmanager, sqs]
 * endpoints: [s3, dynamodb]
 * </pre>
 *
 * @param scope which of the endpoints that the config needs are created
 * @param entries the list as written; empty if the value is a scope
 */
public record Endpoints(Scope scope, List<String> entries) {
    private static final String ALL = Scope.ALL.toString();

    public Endpoints {
        entries = List.copyOf(entries);
    }

    @Form
    public static Endpoints of(Scope scope) {
        return new Endpoints(scope, List.of());
    }

    @Form(format = Format.AWS_SERVICE, minEntries = 1)
    public static Endpoints of(List<String> entries) {
        return new Endpoints(entries.contains(ALL) ? Scope.ALL : Scope.NONE, entries);
    }

    /** Returns the listed services, which get an endpoint even if the config does not need it. */
    public List<String> listed() {
        return entries.stream().filter(entry -> !entry.equals(ALL)).toList();
    }

    /** Returns the value as written. */
    @Override
    public String toString() {
        return entries.isEmpty() ? scope.toString() : "[" + String.join(", ", entries) + "]";
    }

    /** Which of the endpoints that the config needs are created. */
    public enum Scope {
        /** None. */
        NONE("none"),
        /** Only the S3 gateway endpoint, which serves image layers and is free of charge. */
        GATEWAY("gateway"),
        /** Every endpoint that the config needs, and no other. */
        ALL("all");

        private final String value;

        Scope(String value) {
            this.value = value;
        }

        @Override
        public String toString() {
            return value;
        }
    }
}

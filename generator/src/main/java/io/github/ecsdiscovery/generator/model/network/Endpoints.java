package io.github.ecsdiscovery.generator.model.network;

import io.github.ecsdiscovery.generator.model.schema.Form;
import io.github.ecsdiscovery.generator.model.schema.Format;
import java.util.List;

/**
 * By which endpoints of the VPC services of AWS are reached without the internet: a word, or a list of services, in which
 * {@code all} stands for those that the config needs.
 *
 * <pre>
 * endpoints: all
 * endpoints: [all, secretsmanager, sqs]
 * endpoints: [s3, dynamodb]
 * </pre>
 *
 * @param asked which of those that the tasks of the config ask for
 * @param entries the list as it is written; empty where a word is
 */
public record Endpoints(Asked asked, List<String> entries) {
    private static final String ALL = Asked.ALL.toString();

    public Endpoints {
        entries = List.copyOf(entries);
    }

    @Form
    public static Endpoints of(Asked asked) {
        return new Endpoints(asked, List.of());
    }

    @Form(format = Format.AWS_SERVICE, least = 1)
    public static Endpoints of(List<String> entries) {
        return new Endpoints(entries.contains(ALL) ? Asked.ALL : Asked.NONE, entries);
    }

    /** The services that have an endpoint whether a task of the config asks for them or not. */
    public List<String> named() {
        return entries.stream().filter(entry -> !entry.equals(ALL)).toList();
    }

    /** As it is written. */
    @Override
    public String toString() {
        return entries.isEmpty() ? asked.toString() : "[" + String.join(", ", entries) + "]";
    }

    /** Which of the endpoints that tasks ask for are there. */
    public enum Asked {
        /** None. */
        NONE("none"),
        /** S3 alone, where the layers of images are: the kind of endpoint that costs nothing. */
        GATEWAY("gateway"),
        /** All that the tasks of the config ask for, and no more. */
        ALL("all");

        private final String word;

        Asked(String word) {
            this.word = word;
        }

        @Override
        public String toString() {
            return word;
        }
    }
}

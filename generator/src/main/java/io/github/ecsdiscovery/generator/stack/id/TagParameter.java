package io.github.ecsdiscovery.generator.stack.id;

import java.util.List;

/**
 * A template parameter for the image tag of one service.
 *
 * @param defaultTag the default value
 */
public record TagParameter(String id, String service, String defaultTag) {
    /** Returns the description that CloudFormation shows beside the parameter. */
    public String description() {
        LogicalId kind = LogicalId.SERVICE_TAG;
        return kind.filled(kind.description().text(), List.of(service));
    }
}

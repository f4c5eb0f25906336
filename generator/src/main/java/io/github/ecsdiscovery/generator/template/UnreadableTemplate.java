package io.github.ecsdiscovery.generator.template;

/** Thrown when a text is not a CloudFormation template. The message names the line and the reason. */
public final class UnreadableTemplate extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableTemplate(int line, String reason) {
        super("line " + line + ": " + reason);
    }
}

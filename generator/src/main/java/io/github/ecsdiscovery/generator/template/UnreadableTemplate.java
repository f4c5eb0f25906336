package io.github.ecsdiscovery.generator.template;

/** A text that is no CloudFormation template; the message says why and where. */
public final class UnreadableTemplate extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableTemplate(int line, String message) {
        super("line " + line + ": " + message);
    }
}

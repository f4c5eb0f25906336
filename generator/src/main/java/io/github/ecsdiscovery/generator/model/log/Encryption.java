package io.github.ecsdiscovery.generator.model.log;

/** With which key log events are encrypted where they are kept. */
public enum Encryption {
    /** With one of CloudWatch Logs' own. */
    NONE("none"),
    /** With a KMS key of the stack's. */
    KMS("kms");

    private final String word;

    Encryption(String word) {
        this.word = word;
    }

    @Override
    public String toString() {
        return word;
    }
}

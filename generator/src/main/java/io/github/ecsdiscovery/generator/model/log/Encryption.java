package io.github.ecsdiscovery.generator.model.log;

/** The key that encrypts log groups. */
public enum Encryption {
    /** A key that CloudWatch Logs owns. */
    NONE("none"),
    /** A KMS key that the stack creates. */
    KMS("kms");

    private final String value;

    Encryption(String value) {
        this.value = value;
    }

    @Override
    public String toString() {
        return value;
    }
}

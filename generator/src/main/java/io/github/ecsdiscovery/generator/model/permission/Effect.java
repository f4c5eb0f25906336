package io.github.ecsdiscovery.generator.model.permission;

/** The effect of a policy statement. */
public enum Effect {
    ALLOW("Allow"),
    DENY("Deny");

    private final String value;

    Effect(String value) {
        this.value = value;
    }

    @Override
    public String toString() {
        return value;
    }
}

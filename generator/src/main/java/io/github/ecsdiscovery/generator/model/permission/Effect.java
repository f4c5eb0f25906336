package io.github.ecsdiscovery.generator.model.permission;

/** Whether a statement of a policy allows or denies. */
public enum Effect {
    ALLOW("Allow"),
    DENY("Deny");

    private final String word;

    Effect(String word) {
        this.word = word;
    }

    @Override
    public String toString() {
        return word;
    }
}

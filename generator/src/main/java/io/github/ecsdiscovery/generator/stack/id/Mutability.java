package io.github.ecsdiscovery.generator.stack.id;

/** How safe it is to change a property, in the words of AWS's Context metadata. */
public enum Mutability {
    /** A change replaces the resource and breaks references to it. */
    MUST_NEVER_CHANGE("must-never-change"),
    CHANGE_WITH_CONSTRAINTS("change-with-constraints"),
    ;

    private final String level;

    Mutability(String level) {
        this.level = level;
    }

    @Override
    public String toString() {
        return level;
    }
}

package io.github.ecsdiscovery.generator.proof;

/**
 * One thing that has to be so.
 *
 * @param what a word for it: {@code egress}
 * @param says what the template says about it, in words
 * @param resource the logical id of the resource that says so, which must be there before it is so; empty for none
 * @param line the template's line
 */
public record Hop(String what, Answer answer, String says, String resource, int line) {
    static Hop yes(String what, String says, Resource resource) {
        return new Hop(what, Answer.YES, says, resource.id(), resource.line());
    }

    static Hop no(String what, String says, int line) {
        return new Hop(what, Answer.NO, says, "", line);
    }

    static Hop unknown(String what, String says, int line) {
        return new Hop(what, Answer.UNKNOWN, says, "", line);
    }
}

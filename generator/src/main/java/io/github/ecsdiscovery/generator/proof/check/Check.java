package io.github.ecsdiscovery.generator.proof.check;

import io.github.ecsdiscovery.generator.template.TemplateResource;

/**
 * One thing that has to be so.
 *
 * @param what a word for it: {@code egress}
 * @param says what the template says about it, in words
 * @param resource the logical id of the resource that says so, which must be there before it is so; empty for none
 * @param line the template's line
 */
public record Check(String what, Tristate answer, String says, String resource, int line) {
    public static Check yes(String what, String says, TemplateResource resource) {
        return new Check(what, Tristate.YES, says, resource.id(), resource.line());
    }

    public static Check no(String what, String says, int line) {
        return new Check(what, Tristate.NO, says, "", line);
    }

    public static Check unknown(String what, String says, int line) {
        return new Check(what, Tristate.UNKNOWN, says, "", line);
    }
}

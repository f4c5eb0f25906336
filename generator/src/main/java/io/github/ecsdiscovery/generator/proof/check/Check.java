package io.github.ecsdiscovery.generator.proof.check;

import io.github.ecsdiscovery.generator.template.TemplateResource;

/**
 * A single condition, and whether the template meets it.
 *
 * @param subject one or two words for what was checked: {@code egress}
 * @param finding what the template says, as a sentence without a full stop
 * @param resource the logical id of the resource that meets the condition, which must exist before the condition holds; empty
 *     if no resource is needed
 * @param line the line of the template, counted from 1
 */
public record Check(String subject, Tristate result, String finding, String resource, int line) {
    /** Returns a check that a resource of the template passes. */
    public static Check yes(String subject, String finding, TemplateResource resource) {
        return new Check(subject, Tristate.YES, finding, resource.id(), resource.line());
    }

    /** Returns a check that passes without any resource of the template. */
    public static Check yes(String subject, String finding, int line) {
        return new Check(subject, Tristate.YES, finding, "", line);
    }

    /** Returns a check that fails. */
    public static Check no(String subject, String finding, int line) {
        return new Check(subject, Tristate.NO, finding, "", line);
    }

    /** Returns a check whose result depends on something outside the template. */
    public static Check unknown(String subject, String finding, int line) {
        return new Check(subject, Tristate.UNKNOWN, finding, "", line);
    }
}

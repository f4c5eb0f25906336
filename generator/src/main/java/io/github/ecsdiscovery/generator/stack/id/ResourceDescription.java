package io.github.ecsdiscovery.generator.stack.id;

import io.github.ecsdiscovery.generator.model.Config;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A description of one kind of resource. Its texts may have the placeholders of the logical id's pattern.
 *
 * <p>The texts depend on the resource's own names and on choices for the whole stack, never on other services. So a new
 * service changes no description of another.
 *
 * @param condition the choice that selects the text
 * @param text a sentence without a period, if the condition is true
 * @param otherwise a sentence without a period, if the condition is false
 * @param musts sentences; a change that violates one of them breaks the system
 * @param mutability how safe it is to change a property; only properties that need care
 */
public record ResourceDescription(
        Choice condition, String text, String otherwise, List<String> musts, Map<String, Mutability> mutability) {
    public ResourceDescription {
        musts = List.copyOf(musts);
        mutability = Collections.unmodifiableMap(new LinkedHashMap<>(mutability));
    }

    static ResourceDescription text(String text) {
        return either(Choice.ANY, text, text);
    }

    static ResourceDescription either(Choice condition, String text, String otherwise) {
        return new ResourceDescription(condition, text, otherwise, List.of(), Map.of());
    }

    /** Returns the text for a config. */
    public String text(Config config) {
        return condition.isMade(config) ? text : otherwise;
    }

    ResourceDescription must(String sentence) {
        List<String> sentences = new ArrayList<>(musts);
        sentences.add(sentence);
        return new ResourceDescription(condition, text, otherwise, sentences, mutability);
    }

    /** Marks a property whose change replaces the resource and breaks references to it. */
    ResourceDescription neverChange(String property) {
        return with(property, Mutability.MUST_NEVER_CHANGE);
    }

    ResourceDescription changeWithConstraints(String property) {
        return with(property, Mutability.CHANGE_WITH_CONSTRAINTS);
    }

    private ResourceDescription with(String property, Mutability level) {
        Map<String, Mutability> levels = new LinkedHashMap<>(mutability);
        levels.put(property, level);
        return new ResourceDescription(condition, text, otherwise, musts, levels);
    }
}

package io.github.ecsdiscovery.generator.render;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;

/**
 * Checks that a rendered text is one YAML document with a mapping that CloudFormation and every YAML parser read alike.
 *
 * <p>Reports an error for:
 *
 * <ul>
 *   <li>duplicate keys and keys that are not texts
 *   <li>anchors and aliases
 *   <li>tags other than CloudFormation's
 *   <li>plain scalars, also empty ones, that parsers read differently
 * </ul>
 */
final class YamlCheck {
    private static final Set<String> SCALAR_TAGS = Set.of("!Ref", "!Sub", "!ImportValue", "!GetAZs");
    private static final Set<String> SEQUENCE_TAGS = Set.of("!Sub", "!Join", "!Select");

    private final YamlEvents events;

    private YamlCheck(String text) {
        this.events = new YamlEvents(text);
    }

    /** Returns if the text is valid, and otherwise throws {@link BrokenRendering} with the line. */
    static void check(String text) {
        new YamlCheck(text).document();
    }

    private void document() {
        events.expect(Event.ID.StreamStart);
        events.expect(Event.ID.DocumentStart);
        node(events.expect(Event.ID.MappingStart));
        events.expect(Event.ID.DocumentEnd);
        events.expect(Event.ID.StreamEnd);
    }

    private void node(Event event) {
        if (event instanceof AliasEvent) {
            throw events.broken(event, "unexpected alias");
        }
        Optional<Anchor> anchor = ((NodeEvent) event).getAnchor();
        if (anchor.isPresent()) {
            throw events.broken(event, "unexpected anchor");
        }
        if (event instanceof ScalarEvent scalar) {
            scalar(scalar);
        } else if (event instanceof SequenceStartEvent sequence) {
            tag(sequence, sequence.getTag(), SEQUENCE_TAGS);
            for (Event item = events.next(); item.getEventId() != Event.ID.SequenceEnd; item = events.next()) {
                node(item);
            }
        } else if (event instanceof MappingStartEvent mapping) {
            tag(mapping, mapping.getTag(), Set.of());
            entries();
        }
    }

    private void entries() {
        var keys = new HashSet<String>();
        for (Event key = events.next(); key.getEventId() != Event.ID.MappingEnd; key = events.next()) {
            node(key);
            if (!(key instanceof ScalarEvent scalar) || scalar.getTag().isPresent() || !isText(scalar)) {
                throw events.broken(key, "the key is not a text");
            }
            if (!keys.add(scalar.getValue())) {
                throw events.broken(key, "duplicate key `" + scalar.getValue() + "`");
            }
            node(events.next());
        }
    }

    private void scalar(ScalarEvent scalar) {
        tag(scalar, scalar.getTag(), SCALAR_TAGS);
        if (scalar.isPlain() && PlainScalar.of(scalar.getValue()) == PlainScalar.AMBIGUOUS) {
            throw events.broken(scalar, "`" + scalar.getValue() + "` needs quotes, or a value is missing");
        }
        if (scalar.getTag().isPresent() && !isText(scalar)) {
            throw events.broken(scalar, scalar.getTag().get() + " of a value that is not a text");
        }
    }

    private static boolean isText(ScalarEvent scalar) {
        return !scalar.isPlain() || PlainScalar.of(scalar.getValue()) == PlainScalar.TEXT;
    }

    private void tag(Event event, Optional<String> tag, Set<String> allowed) {
        if (tag.isPresent() && !allowed.contains(tag.get())) {
            throw events.broken(event, "unexpected tag " + tag.get());
        }
    }
}

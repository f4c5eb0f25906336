package io.github.ecsdiscovery.generator.render;

import io.github.ecsdiscovery.generator.diagnostic.JsonText;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;

/**
 * Converts a rendered template to JSON on one line.
 *
 * <p>Tags become the full names of CloudFormation functions. Plain booleans and numbers keep their type, and every other
 * scalar becomes text. Comments are dropped.
 */
public final class CompactJson {
    private static final Map<String, String> FUNCTIONS = Map.of(
            "!Ref", "Ref",
            "!Sub", "Fn::Sub",
            "!ImportValue", "Fn::ImportValue",
            "!GetAZs", "Fn::GetAZs",
            "!Join", "Fn::Join",
            "!Select", "Fn::Select");

    private final YamlEvents events;
    private final StringBuilder json = new StringBuilder();

    private CompactJson(String yaml) {
        this.events = new YamlEvents(yaml);
    }

    /** Returns the JSON of a text that {@link Renderer} rendered. */
    public static String of(String yaml) {
        var compact = new CompactJson(yaml);
        compact.document();
        return compact.json.append('\n').toString();
    }

    private void document() {
        events.expect(Event.ID.StreamStart);
        events.expect(Event.ID.DocumentStart);
        node(events.next());
    }

    private void node(Event event) {
        if (event instanceof ScalarEvent scalar) {
            function(scalar, scalar.getTag(), () -> scalar(scalar));
        } else if (event instanceof SequenceStartEvent sequence) {
            function(sequence, sequence.getTag(), this::items);
        } else if (event instanceof MappingStartEvent) {
            entries();
        } else {
            throw events.broken(event, "unexpected " + event.getEventId());
        }
    }

    private void function(Event event, Optional<String> tag, Runnable argument) {
        if (tag.isEmpty()) {
            argument.run();
            return;
        }
        String function = FUNCTIONS.get(tag.get());
        if (function == null) {
            throw events.broken(event, "unexpected tag " + tag.get());
        }
        json.append('{');
        JsonText.appendQuoted(json, function);
        json.append(':');
        argument.run();
        json.append('}');
    }

    private void items() {
        json.append('[');
        String separator = "";
        for (Event item = events.next(); item.getEventId() != Event.ID.SequenceEnd; item = events.next()) {
            json.append(separator);
            node(item);
            separator = ",";
        }
        json.append(']');
    }

    private void entries() {
        json.append('{');
        String separator = "";
        for (Event key = events.next(); key.getEventId() != Event.ID.MappingEnd; key = events.next()) {
            json.append(separator);
            JsonText.appendQuoted(json, ((ScalarEvent) key).getValue());
            json.append(':');
            node(events.next());
            separator = ",";
        }
        json.append('}');
    }

    private void scalar(ScalarEvent scalar) {
        PlainScalar kind = scalar.isPlain() ? PlainScalar.of(scalar.getValue()) : PlainScalar.TEXT;
        switch (kind) {
            case BOOLEAN, NUMBER -> json.append(scalar.getValue());
            case TEXT -> JsonText.appendQuoted(json, scalar.getValue());
            case AMBIGUOUS -> throw events.broken(scalar, "`" + scalar.getValue() + "` needs quotes");
        }
    }
}

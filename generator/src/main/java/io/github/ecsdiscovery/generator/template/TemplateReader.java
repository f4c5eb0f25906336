package io.github.ecsdiscovery.generator.template;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads the YAML of a template, or its JSON, which is YAML too; short tags and long names of functions are the same. */
final class TemplateReader {
    private final Iterator<Event> events;

    private TemplateReader(String text) {
        var settings = LoadSettings.builder()
                .setCodePointLimit(Integer.MAX_VALUE)
                // With a smaller buffer, snakeyaml-engine 3.0.1 dies of a surrogate pair that lies across its end.
                .setBufferSize(text.length() + 1)
                .build();
        this.events = new Parse(settings).parseString(text).iterator();
    }

    static TemplateNode read(String text) {
        TemplateReader reader = new TemplateReader(text);
        reader.next();
        Event start = reader.next();
        if (start.getEventId() != Event.ID.DocumentStart) {
            throw new UnreadableTemplate(1, "there is nothing");
        }
        return reader.node(reader.next());
    }

    private Event next() {
        try {
            return events.next();
        } catch (MarkedYamlEngineException e) {
            throw new UnreadableTemplate(line(e.getProblemMark()), e.getProblem());
        } catch (YamlEngineException e) {
            throw new UnreadableTemplate(1, String.valueOf(e.getMessage()));
        }
    }

    private TemplateNode node(Event event) {
        return node(event, line(event.getStartMark()));
    }

    private TemplateNode node(Event event, int line) {
        if (event instanceof ScalarEvent scalar) {
            TemplateNode text =
                    isNull(scalar) ? new TemplateNode.None(line) : new TemplateNode.Text(scalar.getValue(), line);
            return tagged(scalar.getTag(), text);
        }
        if (event instanceof SequenceStartEvent sequence) {
            List<TemplateNode> items = new ArrayList<>();
            for (Event item = next(); item.getEventId() != Event.ID.SequenceEnd; item = next()) {
                items.add(node(item));
            }
            return tagged(sequence.getTag(), new TemplateNode.Items(items, line));
        }
        if (event instanceof MappingStartEvent) {
            return function(entries(line));
        }
        throw new UnreadableTemplate(line, "an anchor, an alias or a second document");
    }

    private TemplateNode.Fields entries(int line) {
        Map<String, TemplateNode> entries = new LinkedHashMap<>();
        for (Event event = next(); event.getEventId() != Event.ID.MappingEnd; event = next()) {
            int keyLine = line(event.getStartMark());
            if (!(event instanceof ScalarEvent key)) {
                throw new UnreadableTemplate(keyLine, "a key that is no text");
            }
            if (entries.putIfAbsent(key.getValue(), node(next(), keyLine)) != null) {
                throw new UnreadableTemplate(keyLine, "the key `" + key.getValue() + "` for the second time");
            }
        }
        return new TemplateNode.Fields(entries, line);
    }

    /** {@code {"Ref": "Vpc"}} is what {@code !Ref Vpc} is. */
    private static TemplateNode function(TemplateNode.Fields fields) {
        if (fields.entries().size() == 1) {
            var only = fields.entries().entrySet().iterator().next();
            if (only.getKey().equals("Ref") || only.getKey().startsWith("Fn::")) {
                return new TemplateNode.Call(only.getKey(), only.getValue(), fields.line());
            }
        }
        return fields;
    }

    private static TemplateNode tagged(Optional<String> tag, TemplateNode value) {
        if (tag.isEmpty() || !tag.get().startsWith("!") || tag.get().length() == 1) {
            return value;
        }
        String name = tag.get().substring(1);
        String function = name.equals("Ref") || name.equals("Condition") ? name : "Fn::" + name;
        return new TemplateNode.Call(function, value, value.line());
    }

    private static boolean isNull(ScalarEvent scalar) {
        return scalar.getScalarStyle() == ScalarStyle.PLAIN
                && scalar.getTag().isEmpty()
                && (scalar.getValue().isEmpty() || scalar.getValue().equals("null"));
    }

    private static int line(Optional<Mark> mark) {
        return mark.map(Mark::getLine).orElse(0) + 1;
    }
}

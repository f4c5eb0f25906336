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

/**
 * Parses a template into nodes with line numbers. JSON is parsed as YAML, because JSON is a subset of it. The short form of
 * a function ({@code !Ref Vpc}) and its long form ({@code {"Ref": "Vpc"}}) become the same node.
 */
final class TemplateReader {
    private final Iterator<Event> events;

    private TemplateReader(String text) {
        var settings = LoadSettings.builder()
                .setCodePointLimit(Integer.MAX_VALUE)
                // snakeyaml-engine 3.0.1 fails on a surrogate pair that crosses the end of its buffer.
                .setBufferSize(text.length() + 1)
                .build();
        this.events = new Parse(settings).parseString(text).iterator();
    }

    /**
     * Returns the root of a template.
     *
     * @throws UnreadableTemplate if the text is not a single YAML document, or uses anchors or aliases
     */
    static TemplateNode read(String text) {
        TemplateReader reader = new TemplateReader(text);
        reader.next();
        Event start = reader.next();
        if (start.getEventId() != Event.ID.DocumentStart) {
            throw new UnreadableTemplate(1, "the template is empty");
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
            TemplateNode value =
                    isNull(scalar) ? new TemplateNode.Missing(line) : new TemplateNode.Scalar(scalar.getValue(), line);
            return withTag(scalar.getTag(), value);
        }
        if (event instanceof SequenceStartEvent sequence) {
            List<TemplateNode> items = new ArrayList<>();
            for (Event item = next(); item.getEventId() != Event.ID.SequenceEnd; item = next()) {
                items.add(node(item));
            }
            return withTag(sequence.getTag(), new TemplateNode.Sequence(items, line));
        }
        if (event instanceof MappingStartEvent) {
            return functionOrMapping(mapping(line));
        }
        throw new UnreadableTemplate(line, "anchors, aliases and second documents are not supported");
    }

    private TemplateNode.Mapping mapping(int line) {
        Map<String, TemplateNode> entries = new LinkedHashMap<>();
        for (Event event = next(); event.getEventId() != Event.ID.MappingEnd; event = next()) {
            int keyLine = line(event.getStartMark());
            if (!(event instanceof ScalarEvent key)) {
                throw new UnreadableTemplate(keyLine, "a key must be text");
            }
            if (entries.putIfAbsent(key.getValue(), node(next(), keyLine)) != null) {
                throw new UnreadableTemplate(keyLine, "duplicate key `" + key.getValue() + "`");
            }
        }
        return new TemplateNode.Mapping(entries, line);
    }

    /** Returns the function call that a map with a single key such as {@code Ref} stands for, or the map itself. */
    private static TemplateNode functionOrMapping(TemplateNode.Mapping mapping) {
        if (mapping.entries().size() == 1) {
            var only = mapping.entries().entrySet().iterator().next();
            if (only.getKey().equals("Ref") || only.getKey().startsWith("Fn::")) {
                return new TemplateNode.FunctionCall(only.getKey(), only.getValue(), mapping.line());
            }
        }
        return mapping;
    }

    private static TemplateNode withTag(Optional<String> tag, TemplateNode value) {
        if (tag.isEmpty() || !tag.get().startsWith("!") || tag.get().length() == 1) {
            return value;
        }
        String name = tag.get().substring(1);
        String function = name.equals("Ref") || name.equals("Condition") ? name : "Fn::" + name;
        return new TemplateNode.FunctionCall(function, value, value.line());
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

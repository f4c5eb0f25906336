package io.github.ecsdiscovery.generator.render;

import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** The YAML events of a rendered text. A parse error is a bug, reported with its line. */
final class YamlEvents {
    private final String text;
    private final Iterator<Event> events;

    YamlEvents(String text) {
        this.text = text;
        var settings = LoadSettings.builder()
                .setCodePointLimit(Integer.MAX_VALUE)
                // With a smaller buffer, snakeyaml-engine 3.0.1 fails on a surrogate pair across the end of the buffer.
                .setBufferSize(text.length() + 1)
                .build();
        this.events = new Parse(settings).parseString(text).iterator();
    }

    Event next() {
        try {
            return events.next();
        } catch (MarkedYamlEngineException e) {
            throw broken(e.getProblemMark().map(Mark::getLine).orElse(0), e.getMessage(), e);
        } catch (YamlEngineException e) {
            throw broken(0, e.getMessage(), e);
        }
    }

    /** Returns the next event, which must have a given id. */
    Event expect(Event.ID id) {
        Event event = next();
        if (event.getEventId() != id) {
            throw broken(event, "expected " + id + ", found " + event.getEventId());
        }
        return event;
    }

    BrokenRendering broken(Event event, String message) {
        return broken(event.getStartMark().map(Mark::getLine).orElse(0), message, null);
    }

    private BrokenRendering broken(int lineIndex, @Nullable String message, @Nullable Throwable cause) {
        String line = text.lines().skip(lineIndex).findFirst().orElse("").strip();
        return new BrokenRendering(
                "line " + (lineIndex + 1) + " of the rendered text, `" + line + "`: " + message, cause);
    }
}

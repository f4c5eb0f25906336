package io.github.ecsdiscovery.generator.config.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines of a text, including their line ends. */
public record TextLines(List<String> lines) {
    private static final Pattern LINE = Pattern.compile("[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$");

    public TextLines {
        lines = List.copyOf(lines);
    }

    public static TextLines of(String text) {
        List<String> lines = new ArrayList<>();
        for (Matcher line = LINE.matcher(text); line.find(); ) {
            lines.add(line.group());
        }
        return new TextLines(lines);
    }

    public int size() {
        return lines.size();
    }

    public boolean isBlank(int index) {
        return lines.get(index).isBlank();
    }

    public boolean isComment(int index) {
        return lines.get(index).strip().startsWith("#");
    }

    /** Returns whether the line is a document marker. */
    public boolean isMarker(int index) {
        return lines.get(index).startsWith("...") || lines.get(index).startsWith("---");
    }

    public int indent(int index) {
        String line = lines.get(index);
        int indent = 0;
        while (indent < line.length() && line.charAt(indent) == ' ') {
            indent++;
        }
        return indent;
    }

    /** Returns the text with lines inserted before a line; they get the line end of the line above them. */
    public String with(int index, List<String> more) {
        String end = index == 0 ? "" : end(lines.get(index - 1));
        String common = end.isEmpty() ? lines.isEmpty() ? "\n" : end(lines.get(0)) : end;
        String lineEnd = common.isEmpty() ? "\n" : common;
        StringBuilder text = new StringBuilder();
        lines.subList(0, index).forEach(text::append);
        // A text without a line end at its end stays so.
        boolean isUnterminated = index == lines.size() && index > 0 && end.isEmpty();
        more.forEach(
                line -> text.append(isUnterminated ? lineEnd : "").append(line).append(isUnterminated ? "" : lineEnd));
        lines.subList(index, lines.size()).forEach(text::append);
        return text.toString();
    }

    private static String end(String line) {
        return line.endsWith("\r\n") ? "\r\n" : line.endsWith("\n") ? "\n" : line.endsWith("\r") ? "\r" : "";
    }
}

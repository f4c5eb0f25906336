package io.github.ecsdiscovery.generator.explain;

/** Wraps text into lines that fit a terminal. */
final class WrappedText {
    static final int WIDTH = 100;

    private WrappedText() {}

    /** Returns a sentence after the start of a line. Further lines are indented to the same column. Words are never split. */
    static String after(String start, String sentence) {
        StringBuilder text = new StringBuilder();
        StringBuilder line = new StringBuilder(start);
        for (String word : sentence.split(" ", -1)) {
            boolean isFirst = line.length() == start.length();
            if (!isFirst && line.length() + 1 + word.length() > WIDTH) {
                text.append(line.toString().stripTrailing()).append('\n');
                line.setLength(0);
                line.append(" ".repeat(start.length()));
                isFirst = true;
            }
            line.append(isFirst ? "" : " ").append(word);
        }
        return text.append(line.toString().stripTrailing()).append('\n').toString();
    }

    static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}

package io.github.ecsdiscovery.generator.explain;

/** Text on lines that a terminal shows whole. */
final class WrappedText {
    static final int WIDTH = 100;

    private WrappedText() {}

    /** A sentence behind the start of a line; what does not fit goes on below itself. A long word is never cut. */
    static String behind(String start, String sentence) {
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

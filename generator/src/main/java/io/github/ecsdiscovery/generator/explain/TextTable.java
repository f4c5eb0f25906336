package io.github.ecsdiscovery.generator.explain;

import java.util.ArrayList;
import java.util.List;

/** Rows below a heading, each with a label; cells stand in columns as wide as they need, sentences are wrapped. */
final class TextTable {
    private static final String INDENT = "  ";
    private static final String GAP = "  ";

    private final String heading;
    private final List<Row> rows = new ArrayList<>();

    TextTable(String heading) {
        this.heading = heading;
    }

    /** A row: either cells, or one sentence. */
    private record Row(String label, List<String> cells, String sentence) {}

    /** Adds a row; cells that are empty in every row take no place. */
    void row(String label, String... cells) {
        rows.add(new Row(label, List.of(cells), ""));
    }

    /** Adds a sentence, which no other row's columns make wider. */
    void say(String label, String sentence) {
        rows.add(new Row(label, List.of(), sentence));
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /** The heading and the rows, each a line or more; a label that stands above already is left out. */
    String text() {
        int labels = rows.stream().mapToInt(row -> row.label().length()).max().orElse(0);
        List<Integer> widths = widths();
        StringBuilder text = new StringBuilder(heading).append('\n');
        String above = "";
        for (Row row : rows) {
            String label = row.label().equals(above) ? "" : row.label();
            above = row.label();
            String start = INDENT + (labels == 0 ? "" : WrappedText.padded(label, labels) + GAP);
            if (row.cells().isEmpty()) {
                text.append(WrappedText.behind(start, row.sentence()));
            } else {
                text.append((start + cells(row.cells(), widths)).stripTrailing())
                        .append('\n');
            }
        }
        return text.toString();
    }

    private static String cells(List<String> cells, List<Integer> widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            if (widths.get(i) > 0) {
                line.append(WrappedText.padded(cells.get(i), widths.get(i))).append(GAP);
            }
        }
        return line.toString();
    }

    private List<Integer> widths() {
        List<Integer> widths = new ArrayList<>();
        for (Row row : rows) {
            for (int i = 0; i < row.cells().size(); i++) {
                int width = row.cells().get(i).length();
                if (i == widths.size()) {
                    widths.add(width);
                } else {
                    widths.set(i, Math.max(width, widths.get(i)));
                }
            }
        }
        return widths;
    }
}

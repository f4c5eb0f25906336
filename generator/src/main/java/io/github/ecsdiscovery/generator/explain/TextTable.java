package io.github.ecsdiscovery.generator.explain;

import java.util.ArrayList;
import java.util.List;

/** A heading and labeled rows below it. A row has either cells, aligned in columns, or one sentence, which is wrapped. */
final class TextTable {
    private static final String INDENT = "  ";
    private static final String GAP = "  ";

    private final String heading;
    private final List<Row> rows = new ArrayList<>();

    TextTable(String heading) {
        this.heading = heading;
    }

    /** A row with cells or with one sentence; the other is empty. */
    private record Row(String label, List<String> cells, String sentence) {}

    /** Adds a row of cells. A column without text is left out. */
    void row(String label, String... cells) {
        rows.add(new Row(label, List.of(cells), ""));
    }

    /** Adds a row with one sentence. Sentences do not affect the width of columns. */
    void sentence(String label, String sentence) {
        rows.add(new Row(label, List.of(), sentence));
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /** Returns the heading and the rows as complete lines. A label that equals the one above is left out. */
    String text() {
        int labelWidth =
                rows.stream().mapToInt(row -> row.label().length()).max().orElse(0);
        List<Integer> widths = widths();
        StringBuilder text = new StringBuilder(heading).append('\n');
        String previous = "";
        for (Row row : rows) {
            String label = row.label().equals(previous) ? "" : row.label();
            previous = row.label();
            String start = INDENT + (labelWidth == 0 ? "" : WrappedText.padded(label, labelWidth) + GAP);
            if (row.cells().isEmpty()) {
                text.append(WrappedText.after(start, row.sentence()));
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

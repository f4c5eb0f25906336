package io.github.ecsdiscovery.generator.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests suggestions for misspelled names. */
final class SuggestionTest {
    @ParameterizedTest
    @CsvSource({
        "paymnets, payments",
        "payment, payments",
        "paments, payments",
        "PAYMENTS, payments",
        "orfers, orders",
        "oders, orders",
        "ordersss, orders",
        "ab, abc",
        "pay, payments",
    })
    void suggestsTheNearestName(String written, String expected) {
        assertThat(Suggestion.nearest(written, List.of("payments", "orders", "abc")))
                .contains(expected);
    }

    @ParameterizedTest
    @CsvSource({"pyamnet, payments", "order-service, orders", "x, abc", "xyz, abc", "spot, port", "pa, payments"})
    void suggestsNothingForDistantNames(String written, String name) {
        assertThat(Suggestion.nearest(written, List.of(name))).isEmpty();
    }

    @Test
    void suggestsNothingForAnAmbiguousPrefix() {
        assertThat(Suggestion.nearest("pay", List.of("payments", "paypal"))).isEmpty();
    }

    @Test
    void prefersTheNearestNameThenTheFirst() {
        assertThat(Suggestion.nearest("orders-a", List.of("orders-bc", "orders-b", "orders-c")))
                .contains("orders-b");
    }

    @Test
    void suggestsExactlyNamesWithinTwoEditsOrWithThePrefix() {
        Random random = new Random(20261124);
        for (int i = 0; i < 20_000; i++) {
            String a = word(random);
            String b = word(random);
            int maxEdits = Math.min(a.length() <= 4 ? 1 : 2, Math.max(0, a.length() - 1));
            boolean isNear = edits(a, b, a.length(), b.length()) <= maxEdits || (a.length() >= 3 && b.startsWith(a));
            assertThat(Suggestion.nearest(a, List.of(b)).isPresent())
                    .as(a + " " + b)
                    .isEqualTo(isNear);
        }
    }

    private static String word(Random random) {
        StringBuilder word = new StringBuilder();
        for (int length = 1 + random.nextInt(6); word.length() < length; ) {
            word.append((char) ('a' + random.nextInt(3)));
        }
        return word.toString();
    }

    /** Computes the number of edits between two prefixes recursively, directly from the definition. */
    private static int edits(String a, String b, int i, int j) {
        if (i == 0 || j == 0) {
            return i + j;
        }
        int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int fewest =
                Math.min(edits(a, b, i - 1, j - 1) + same, Math.min(edits(a, b, i - 1, j), edits(a, b, i, j - 1)) + 1);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(fewest, edits(a, b, i - 2, j - 2) + 1) : fewest;
    }
}

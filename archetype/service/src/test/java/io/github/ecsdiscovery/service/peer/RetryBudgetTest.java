package io.github.ecsdiscovery.service.peer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RetryBudgetTest {

    private final RetryBudget budget = new RetryBudget();

    @Test
    void allowsAFewRetriesAndThenAFifthOfAllRequests() {
        assertThat(retriesOf(0, 100)).isEqualTo(20);

        assertThat(retriesOf(1000, 1)).isEqualTo(200);
    }

    @Test
    void limitsItsBalance() {
        for (int i = 0; i < 10_000; i++) {
            budget.deposit();
        }

        assertThat(retriesOf(0, 1000)).isEqualTo(200);
    }

    /** Returns the number of allowed retries: one tried after each request, and then as many more as given. */
    private int retriesOf(int requests, int more) {
        int retries = 0;
        for (int i = 0; i < requests; i++) {
            budget.deposit();
            retries += budget.tryWithdraw() ? 1 : 0;
        }
        for (int i = 0; i < more; i++) {
            retries += budget.tryWithdraw() ? 1 : 0;
        }
        return retries;
    }
}

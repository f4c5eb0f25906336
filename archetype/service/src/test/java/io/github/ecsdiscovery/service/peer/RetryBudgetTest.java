package io.github.ecsdiscovery.service.peer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RetryBudgetTest {

    private final RetryBudget budget = new RetryBudget();

    @Test
    void allowsAFewAtOnceAndThenAFifthOfAllRequests() {
        assertThat(retriesOf(0, 100)).isEqualTo(20);

        assertThat(retriesOf(1000, 1)).isEqualTo(200);
    }

    @Test
    void savesUpNoMoreThanWhatASecondNeeds() {
        for (int i = 0; i < 10_000; i++) {
            budget.earn();
        }

        assertThat(retriesOf(0, 1000)).isEqualTo(200);
    }

    /** After as many requests one by one, each with a try, as many tries more. */
    private int retriesOf(int requests, int more) {
        int retries = 0;
        for (int i = 0; i < requests; i++) {
            budget.earn();
            retries += budget.spend() ? 1 : 0;
        }
        for (int i = 0; i < more; i++) {
            retries += budget.spend() ? 1 : 0;
        }
        return retries;
    }
}

package io.github.ecsdiscovery.service.peer;

/**
 * Limits retries to one fifth of all requests, so that callers do not double the load of a peer that already fails under
 * load. A small initial balance allows retries for peers that get few requests.
 */
final class RetryBudget {

    // In tenths of a retry, so that sums are exact.
    private static final int DEPOSIT = 2;
    private static final int RETRY_COST = 10;
    private static final int INITIAL_BALANCE = 20 * RETRY_COST;
    // When a peer hangs, all requests of the last second fail together.
    private static final int MAX_BALANCE = 200 * RETRY_COST;

    private int balance = INITIAL_BALANCE;

    synchronized void deposit() {
        balance = Math.min(MAX_BALANCE, balance + DEPOSIT);
    }

    synchronized boolean tryWithdraw() {
        if (balance < RETRY_COST) {
            return false;
        }
        balance -= RETRY_COST;
        return true;
    }
}

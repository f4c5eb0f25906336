package io.github.ecsdiscovery.service.peer;

/**
 * Keeps second tries below a fifth of all requests, so that callers do not double the load of a peer that is already
 * failing under it. A few more are allowed at once, for peers that are asked seldom.
 */
final class RetryBudget {

    // in tenths, so that sums are exact
    private static final int EARNED = 2;
    private static final int COST = 10;
    private static final int FIRST = 20 * COST;
    // who hangs has a second's requests under way, and all of them fail at once
    private static final int MOST = 200 * COST;

    private int balance = FIRST;

    synchronized void earn() {
        balance = Math.min(MOST, balance + EARNED);
    }

    synchronized boolean spend() {
        if (balance < COST) {
            return false;
        }
        balance -= COST;
        return true;
    }
}

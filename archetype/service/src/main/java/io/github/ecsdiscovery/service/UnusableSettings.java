package io.github.ecsdiscovery.service;

/** An environment with which the service must not start; the message is one line for whoever set it. */
public final class UnusableSettings extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnusableSettings(String message) {
        super(message);
    }
}

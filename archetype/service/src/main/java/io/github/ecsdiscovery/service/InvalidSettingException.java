package io.github.ecsdiscovery.service;

/** An environment variable has an invalid value, so the service must not start. The message is one line. */
public final class InvalidSettingException extends RuntimeException {

    private static final long serialVersionUID = 1;

    InvalidSettingException(String message) {
        super(message);
    }
}

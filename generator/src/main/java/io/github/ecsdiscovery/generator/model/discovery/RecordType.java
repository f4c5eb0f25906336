package io.github.ecsdiscovery.generator.model.discovery;

/** A type of DNS record that Cloud Map registers for a task. */
public enum RecordType {
    /** The IP address of the task. */
    A,
    /** The host name and port of the task. */
    SRV
}

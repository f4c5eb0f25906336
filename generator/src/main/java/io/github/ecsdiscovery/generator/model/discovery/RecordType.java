package io.github.ecsdiscovery.generator.model.discovery;

/** A kind of DNS record that Cloud Map registers for a task. */
public enum RecordType {
    /** The task's address. */
    A,
    /** The task's name and port. */
    SRV
}

package io.github.ecsdiscovery.generator.model;

/** The processor that a task's images are built for. */
public enum Architecture {
    X86_64,
    ARM64
}

package io.github.ecsdiscovery.generator.model.service;

/** The processor that a task's images are built for. */
public enum Architecture {
    X86_64("linux/amd64"),
    ARM64("linux/arm64");

    private final String platform;

    Architecture(String platform) {
        this.platform = platform;
    }

    /** What Docker calls it. */
    public String platform() {
        return platform;
    }
}

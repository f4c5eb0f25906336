package io.github.ecsdiscovery.generator.model.service;

/** The CPU architecture of a task's images. */
public enum Architecture {
    X86_64("linux/amd64"),
    ARM64("linux/arm64");

    private final String platform;

    Architecture(String platform) {
        this.platform = platform;
    }

    /** Returns the platform name that Docker uses. */
    public String platform() {
        return platform;
    }
}

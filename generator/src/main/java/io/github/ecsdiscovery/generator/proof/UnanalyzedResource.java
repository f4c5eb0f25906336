package io.github.ecsdiscovery.generator.proof;

/** Something that a template says and that is not looked at, though it may change who reaches whom. */
public record UnanalyzedResource(String says, int line) {}

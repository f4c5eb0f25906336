package io.github.ecsdiscovery.generator.stack;

import org.jspecify.annotations.Nullable;

/**
 * What a template says about one of its resources, for people and tools that read it; CloudFormation does nothing with it.
 *
 * @param context what the resource is there for, or null where that is not said
 */
public record ResourceMetadata(@Nullable Context context) {}

/** Reads YAML documents as trees with source locations. */
@NullMarked
package io.github.ecsdiscovery.generator.config.yaml;

import org.jspecify.annotations.NullMarked;

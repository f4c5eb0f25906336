/** Reads configs: parses YAML, merges layers, checks the structure and creates the model. */
@NullMarked
package io.github.ecsdiscovery.generator.config;

import org.jspecify.annotations.NullMarked;

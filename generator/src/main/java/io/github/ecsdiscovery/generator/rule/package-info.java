/** Rules: conditions that a config must meet beyond its structure, one condition per class. */
@NullMarked
package io.github.ecsdiscovery.generator.rule;

import org.jspecify.annotations.NullMarked;

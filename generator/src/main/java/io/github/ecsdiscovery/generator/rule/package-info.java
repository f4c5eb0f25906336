/** What must be true of a config beyond its structure, one truth per class. */
@NullMarked
package io.github.ecsdiscovery.generator.rule;

import org.jspecify.annotations.NullMarked;

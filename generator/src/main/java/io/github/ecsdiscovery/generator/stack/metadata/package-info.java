/** The metadata of a template and its resources. */
@NullMarked
package io.github.ecsdiscovery.generator.stack.metadata;

import org.jspecify.annotations.NullMarked;

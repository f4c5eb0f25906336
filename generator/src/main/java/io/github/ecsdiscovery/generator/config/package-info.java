/** From bytes to the model: a tree with places, merged from layers and bound to records. */
@NullMarked
package io.github.ecsdiscovery.generator.config;

import org.jspecify.annotations.NullMarked;

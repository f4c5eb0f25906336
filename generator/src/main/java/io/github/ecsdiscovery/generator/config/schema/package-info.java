/** Schemas of config keys, read from the records of the model. */
@NullMarked
package io.github.ecsdiscovery.generator.config.schema;

import org.jspecify.annotations.NullMarked;

/** The annotations from which the binder, the JSON Schema and the reference of the config language are made. */
@NullMarked
package io.github.ecsdiscovery.generator.model.schema;

import org.jspecify.annotations.NullMarked;

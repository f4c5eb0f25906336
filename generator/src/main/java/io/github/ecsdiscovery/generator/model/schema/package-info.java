/** Annotations that describe config keys; the binder, the JSON Schema and the reference are generated from them. */
@NullMarked
package io.github.ecsdiscovery.generator.model.schema;

import org.jspecify.annotations.NullMarked;

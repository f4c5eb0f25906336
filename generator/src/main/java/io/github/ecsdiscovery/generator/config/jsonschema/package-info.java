/** The JSON Schema of the config language. */
@NullMarked
package io.github.ecsdiscovery.generator.config.jsonschema;

import org.jspecify.annotations.NullMarked;

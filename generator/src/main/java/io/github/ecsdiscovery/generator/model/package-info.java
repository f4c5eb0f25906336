/** The config as records, merged and complete. Depends only on the JDK. */
@NullMarked
package io.github.ecsdiscovery.generator.model;

import org.jspecify.annotations.NullMarked;

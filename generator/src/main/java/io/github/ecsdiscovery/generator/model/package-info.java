/** What the user said: the config as records, merged and complete. Depends on the JDK alone. */
@NullMarked
package io.github.ecsdiscovery.generator.model;

import org.jspecify.annotations.NullMarked;

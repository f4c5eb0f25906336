/** The config keys of the namespace and of service discovery. */
@NullMarked
package io.github.ecsdiscovery.generator.model.discovery;

import org.jspecify.annotations.NullMarked;

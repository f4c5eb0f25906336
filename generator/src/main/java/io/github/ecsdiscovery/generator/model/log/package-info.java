/** The config keys of log groups. */
@NullMarked
package io.github.ecsdiscovery.generator.model.log;

import org.jspecify.annotations.NullMarked;

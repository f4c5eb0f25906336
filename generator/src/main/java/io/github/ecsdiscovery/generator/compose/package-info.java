/** Plans a Compose file that runs the services of a config on one machine. */
@NullMarked
package io.github.ecsdiscovery.generator.compose;

import org.jspecify.annotations.NullMarked;

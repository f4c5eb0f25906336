/** Files, streams, the terminal and exit codes of a run. */
@NullMarked
package io.github.ecsdiscovery.generator.cli.environment;

import org.jspecify.annotations.NullMarked;

/** What a run reads from and writes to: files, streams, terminal and exit codes. */
@NullMarked
package io.github.ecsdiscovery.generator.cli.environment;

import org.jspecify.annotations.NullMarked;

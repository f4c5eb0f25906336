/** The texts that commands print, and the files that they write. */
@NullMarked
package io.github.ecsdiscovery.generator.cli.report;

import org.jspecify.annotations.NullMarked;

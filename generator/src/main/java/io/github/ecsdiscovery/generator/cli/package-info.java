/** The command line: one class per command, plus parsing of arguments, help and usage errors. */
@NullMarked
package io.github.ecsdiscovery.generator.cli;

import org.jspecify.annotations.NullMarked;

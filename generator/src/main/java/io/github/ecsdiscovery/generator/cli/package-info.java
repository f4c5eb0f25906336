/** The command line: what is asked for, what is read and written, and what is told. */
@NullMarked
package io.github.ecsdiscovery.generator.cli;

import org.jspecify.annotations.NullMarked;

/** Fuzz tests of the command line, and the generators of their inputs. */
@NullMarked
package io.github.ecsdiscovery.generator.cli.fuzz;

import org.jspecify.annotations.NullMarked;

/** Prints a reachability proof as text: a table for each service, and the hops from one service to another. */
@NullMarked
package io.github.ecsdiscovery.generator.explain;

import org.jspecify.annotations.NullMarked;

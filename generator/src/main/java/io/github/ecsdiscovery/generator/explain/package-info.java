/** What a proof says, as text for people: a table for each service, and the way from one to another. */
@NullMarked
package io.github.ecsdiscovery.generator.explain;

import org.jspecify.annotations.NullMarked;

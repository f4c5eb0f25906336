/** What a Compose file says: the same services on one machine, decided to the last word. */
@NullMarked
package io.github.ecsdiscovery.generator.compose;

import org.jspecify.annotations.NullMarked;

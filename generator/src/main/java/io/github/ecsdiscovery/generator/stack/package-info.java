/** What is to be rendered, as records: ids, addresses, edges, roles and values. */
@NullMarked
package io.github.ecsdiscovery.generator.stack;

import org.jspecify.annotations.NullMarked;

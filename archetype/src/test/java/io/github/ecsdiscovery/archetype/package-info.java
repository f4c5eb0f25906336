/** Tests of the archetype. They generate projects, compare their files with the expected ones, and build them. */
@NullMarked
package io.github.ecsdiscovery.archetype;

import org.jspecify.annotations.NullMarked;

/** Tests of the archetype: projects are made with it, built, and compared with what they should be. */
@NullMarked
package io.github.ecsdiscovery.archetype;

import org.jspecify.annotations.NullMarked;

/** Tests that templates follow their conventions. */
@NullMarked
package io.github.ecsdiscovery.templates;

import org.jspecify.annotations.NullMarked;

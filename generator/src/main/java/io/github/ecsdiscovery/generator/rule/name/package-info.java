/** Rules about names and logical ids. */
@NullMarked
package io.github.ecsdiscovery.generator.rule.name;

import org.jspecify.annotations.NullMarked;

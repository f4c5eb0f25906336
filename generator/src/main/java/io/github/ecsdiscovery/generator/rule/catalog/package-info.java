/** The list of all rules. */
@NullMarked
package io.github.ecsdiscovery.generator.rule.catalog;

import org.jspecify.annotations.NullMarked;

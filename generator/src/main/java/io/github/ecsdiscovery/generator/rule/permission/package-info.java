/** Rules about IAM policies. */
@NullMarked
package io.github.ecsdiscovery.generator.rule.permission;

import org.jspecify.annotations.NullMarked;

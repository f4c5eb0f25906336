/** The config keys of task role policies. */
@NullMarked
package io.github.ecsdiscovery.generator.model.permission;

import org.jspecify.annotations.NullMarked;

/** The resources of one service. */
@NullMarked
package io.github.ecsdiscovery.generator.stack.service;

import org.jspecify.annotations.NullMarked;

/**
 * Who reaches whom, read from the bytes of a rendered template alone: what CloudFormation makes of them, not what they
 * were made from.
 */
@NullMarked
package io.github.ecsdiscovery.generator.proof;

import org.jspecify.annotations.NullMarked;

/** A CloudFormation stack as records in which every value is decided, ready to render. */
@NullMarked
package io.github.ecsdiscovery.generator.stack;

import org.jspecify.annotations.NullMarked;

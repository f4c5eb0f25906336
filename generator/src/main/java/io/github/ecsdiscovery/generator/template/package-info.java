/** Reads CloudFormation templates: resources, values, intrinsic functions and references. */
@NullMarked
package io.github.ecsdiscovery.generator.template;

import org.jspecify.annotations.NullMarked;

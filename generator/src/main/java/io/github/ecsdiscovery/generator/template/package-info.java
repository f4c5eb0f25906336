/**
 * Reads CloudFormation templates, YAML or JSON, into resources, values and references.
 *
 * <p>A {@link Template} is the entry point. It knows nothing about what its readers look for.
 */
@NullMarked
package io.github.ecsdiscovery.generator.template;

import org.jspecify.annotations.NullMarked;

/**
 * Answers what a rendered template does once it is deployed: which services reach each other, what is open to the outside, and
 * whether tasks can start.
 *
 * <p>The answers come only from the text of the template, never from the config, so they also reveal errors of the
 * generator. Each class answers one question and names the rules of AWS that it applies. A fact that depends on something
 * outside the template is {@link io.github.ecsdiscovery.generator.proof.check.Tristate#UNKNOWN}.
 */
@NullMarked
package io.github.ecsdiscovery.generator.proof;

import org.jspecify.annotations.NullMarked;

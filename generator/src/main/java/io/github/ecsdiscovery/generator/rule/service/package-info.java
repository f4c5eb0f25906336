/** Rules about ports and security groups of services. */
@NullMarked
package io.github.ecsdiscovery.generator.rule.service;

import org.jspecify.annotations.NullMarked;

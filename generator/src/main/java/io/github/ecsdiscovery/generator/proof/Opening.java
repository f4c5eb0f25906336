package io.github.ecsdiscovery.generator.proof;

/**
 * A rule that lets somebody in who is no member of the stack.
 *
 * @param fromInternet whether it lets in addresses of the internet, and tasks have an address there
 */
public record Opening(Rule rule, Answer fromInternet) {}

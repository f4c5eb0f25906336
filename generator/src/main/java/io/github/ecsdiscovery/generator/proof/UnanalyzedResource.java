package io.github.ecsdiscovery.generator.proof;

/**
 * A part of a template that the proof does not analyze, although it may change the answers.
 *
 * @param finding which part, as a sentence without a full stop
 * @param line the line of the template, counted from 1
 */
public record UnanalyzedResource(String finding, int line) {}

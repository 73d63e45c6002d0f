package org.junheng.policy.internal.source;

/**
 * Where something stands.
 *
 * @param file the file as shown to people
 * @param line from 1
 * @param column from 1
 */
public record Place(String file, int line, int column) {}

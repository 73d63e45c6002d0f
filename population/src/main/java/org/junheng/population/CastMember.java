package org.junheng.population;

/**
 * A person of the demonstration families, to be found in every synthetic county.
 *
 * @param role expecting-mother, expecting-father, migrant-father, migrant-wife, migrant-child, special-mother or
 *     special-child
 * @param key the person's key in the snapshot
 * @param note who they are, in Chinese
 */
public record CastMember(String role, int key, String note) {}

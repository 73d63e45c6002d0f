/**
 * Record linkage: which records are one person, and why. {@link org.junheng.linkage.Linker} works on whole files,
 * {@link org.junheng.linkage.Finder} on one record against a register, {@link org.junheng.linkage.Scorer} on one pair;
 * all use the comparisons of a {@link org.junheng.linkage.Layout} and the weights of a
 * {@link org.junheng.linkage.Model}. Nothing here keeps a record or knows a database.
 */
@NullMarked
package org.junheng.linkage;

import org.jspecify.annotations.NullMarked;

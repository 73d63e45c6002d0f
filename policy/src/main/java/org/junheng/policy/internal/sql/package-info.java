/**
 * The SQL back end: one set-based statement that decides every unit of a population, in the same three truth values as
 * the JVM. It writes text and runs nothing; what an engine says in its own way is in one class.
 */
@NullMarked
package org.junheng.policy.internal.sql;

import org.jspecify.annotations.NullMarked;

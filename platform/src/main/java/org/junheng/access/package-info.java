/**
 * Who acts, in which role, for which areas and which purpose; the accounts; and the log of every read of a person.
 *
 * <p>An {@link org.junheng.access.Actor} is set on every transaction, where row-level security reads it; without one a
 * query returns nothing. Owns the schema {@code access}. It never decides a case.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"database", "problem"})
package org.junheng.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * The whole-population register: a ledger of life events, whose record each is, the states folded from it, identities.
 *
 * <p>Other modules read persons through {@link org.junheng.register.Register}, follow the ledger through
 * {@link org.junheng.register.Ledger} and bring in what a source states through {@link org.junheng.register.Arrivals}.
 * Owns the schema {@code register}; nothing else writes to it. It decides no entitlement and counts nothing for
 * publication.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "area", "database", "problem", "web", "worklist"})
package org.junheng.register;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * From facts to money owed: follows the ledger of life events, finds who is entitled, offers, takes claims, has them
 * reviewed by two persons, and issues instructions to pay or to recover the difference.
 *
 * <p>Publishes {@link org.junheng.benefit.Instructions}; what became of the money it learns through
 * {@link org.junheng.benefit.PaymentProgress}. Owns the schema {@code benefit}. It moves no money and holds no names.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"access", "area", "catalogue", "database", "problem", "register", "web", "worklist"})
package org.junheng.benefit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

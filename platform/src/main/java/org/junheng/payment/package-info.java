/**
 * From instructions to money in accounts: pay-rolls made by one person and frozen by another, sent to the agent bank,
 * and what the bank returned.
 *
 * <p>Follows {@link org.junheng.benefit.Instructions} by cursor and offers {@link org.junheng.benefit.PaymentProgress}.
 * Owns the schema {@code payment}. It decides no entitlement; accounts are sealed here and opened only while a bank
 * file is written.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"access", "area", "benefit", "database", "problem", "register", "web", "worklist"})
package org.junheng.payment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * "That is not right": a family, or an officer for them, says what the register has wrong, what is right and how they
 * know. The responsible office accepts, asks others to verify (协查) or refuses with a reason; a fact that tells who
 * somebody is takes two persons. Meanwhile nothing of the family's is held up.
 *
 * <p>Owns the schema {@code correction}. What is accepted enters the ledger through
 * {@link org.junheng.register.Corrections}; whoever follows the ledger follows it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "area", "database", "problem", "register", "web", "worklist"})
package org.junheng.correction;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * What a change of the law would cost and whom it would touch, tried by an analyst on a pseudonymous copy of the
 * register.
 *
 * <p>Owns the schema {@code simulation}: runs and their sums, no person. The copy lies in a folder only its owner may
 * read, is made anew each day, and its keys lead back to nobody. It changes no law and decides nothing.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"access", "area", "benefit", "catalogue", "database", "job", "problem", "register", "web"
        })
package org.junheng.simulation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * Quality of the register (数据质量): what is missing, wrong, doubled, contradictory, heaped or late, by township and
 * source, with a list of the persons for the office that answers for them.
 *
 * <p>Owns the schema {@code quality}: counts, findings and what clerks said of them. The checks are the register's
 * ({@link org.junheng.register.Doubt}); it corrects nothing.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"access", "area", "database", "job", "linking", "problem", "register", "web", "worklist"
        })
package org.junheng.quality;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

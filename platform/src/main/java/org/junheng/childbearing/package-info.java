/**
 * Childbearing registration (生育登记): a service, not an approval. The form opens filled from the register, each value
 * with its source; the family declares in writing that it is true; the result is there at once.
 *
 * <p>Not to be confused with the household registration of a birth (出生登记) or the birth medical certificate. Owns the
 * schema {@code childbearing}; it never refuses a birth and keeps no policy attribute of a child.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "area", "database", "problem", "register", "web"})
package org.junheng.childbearing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
